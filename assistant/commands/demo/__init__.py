"""Examples: invented referrals in every state, for somebody who looks at the inbox for the first time."""
