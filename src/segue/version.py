"""The version of Segue: read by the build, `segue --version` and the wire's user agent."""

__version__ = "0.1.0"
