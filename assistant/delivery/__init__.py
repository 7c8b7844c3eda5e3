"""How a referral gets to the municipality: pure outbox and letter."""
