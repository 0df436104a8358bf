"""The rules themselves, one room a language and what is for all beside them: data, reviewed by no clinician yet."""
