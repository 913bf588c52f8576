"""The command line: one file for each command; nothing else in the program prints or exits."""
