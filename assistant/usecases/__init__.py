"""One file per thing somebody does; async, speaking to ports and never to adapters."""
