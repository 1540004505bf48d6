"""Questionnaires: XLSForm files read into frozen forms, and the engine that asks them one question a screen."""
