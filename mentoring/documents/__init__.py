"""Data into files and files into data: spreadsheets, PDF, QR pictures. No database, no clock, no network."""
