"""Every word of the person and of the answer is read: by rules at once, by classifiers in a thread of their own.

`safety_parts` builds the validator of a configuration, `screening` runs it on the path, `classifying` the classifier
beside the event loop (`classifier_line`: who is next), `answer_hearing` hears answers once more. `spoken` says in which
language words are scored; `one_thread` and `processor_clock` keep the arithmetic from freezing or hiding its cost.
"""
