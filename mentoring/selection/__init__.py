"""Selection of mentors: interviews and the register of the approved (step 12 of the programme's plan)."""
