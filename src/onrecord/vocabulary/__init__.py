"""The codebook and the actor knowledge as reviewed data; each module loads its own tables when first asked."""
