"""A crawler that presses every button of the web chat and looks at each state with axe: `make axe`."""
