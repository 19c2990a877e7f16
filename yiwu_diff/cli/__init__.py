"""The command line: one file per command. Only this room prints, reads the environment and
sets exit codes."""
