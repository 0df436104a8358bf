"""The network of the classifier: the gravest stretch of a message counts, and what speaks for a plan counts twice."""

import pytest

pytestmark = pytest.mark.classifier


def test_the_gravest_stretch_counts_and_a_plan_beside_a_thought() -> None:
    """On each scale by itself; then a part of the second is added to the first, and nothing to the others."""
    import numpy as np

    from segue.safety.learned.encoder import Read
    from segue.safety.learned.network import GRAVER, SCALES, Groups, Layers, Network
    from segue.safety.learned.ngrams import BUCKETS

    # Two inputs that pass the hidden layer as they are: the first speaks for a thought, the second for a plan.
    layers = Layers(
        np.eye(2, dtype=np.float32),
        np.zeros(2, np.float32),
        np.array([[1, 0, 0], [0, 1, 0]], np.float32),
        np.array([0, 0, -1], np.float32),
    )
    groups = Groups(
        np.zeros(BUCKETS, np.float32), np.zeros((BUCKETS, SCALES), np.float32), np.zeros(SCALES, np.float32)
    )
    no_letters = np.zeros(0, np.int64)
    read = Read(
        np.array([[3, 0], [1, 5], [9, 9]], np.float32), (no_letters,) * 3, np.array([0, 1, 8], dtype=np.float32)
    )
    found = Network(layers, groups, share=0.5).logits(read)
    assert found == pytest.approx([3 + GRAVER * 4, 4, -1])
