"""The claims made of mixup, each as a panel of sentences, charts and a table.

Every number comes from a results file or from the paper's numbers; none is typed in.
"""
