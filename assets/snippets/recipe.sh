# mixup and CutMix by this project's own training, in a checkout of it; without
# --data it downloads CIFAR-10. λ is the weight of an image itself; λ ~ Beta(α, α),
# one for the batch; partners are a permutation; where both α are above 0, each
# batch draws one of the two.
MIXUP_ALPHA=1.0
CUTMIX_ALPHA=0.0
LABEL_SMOOTHING=0.1
SEED=0

cat > own-recipe.json <<END
{
  "name": "own-mixup",
  "architecture": "whitened-cnn-small",
  "alpha": $MIXUP_ALPHA,
  "cutmix_alpha": $CUTMIX_ALPHA,
  "label_smoothing": $LABEL_SMOOTHING,
  "epochs": 10,
  "seed": $SEED
}
END
python -m mixup_demo.train --recipe own-recipe.json --models own-models
