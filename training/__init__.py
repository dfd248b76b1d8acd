"""How the reader's weights are made: corpora to one convention, labels on pieces, the network, its training and export."""
