"""What operators see: metrics, the journal's writer and logs. Keys and talk never leave through here."""
