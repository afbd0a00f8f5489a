# ERM beside mixup on your own photos, in a checkout of this project: DATA holds a
# folder of images for each class, or is a CSV of file and label. λ is the weight
# of an image itself; λ ~ Beta(α, α); timm's own class mixes, so partners are the
# batch's reverse; correct_lam has no argument: it is on. With
# "torchrun --nproc_per_node=N -m" in the place of "python -m" it trains on N GPUs.
DATA=images
MIXUP_ALPHA=1.0
CUTMIX_ALPHA=0.0
CUTMIX_MINMAX=""
PROB=1.0
SWITCH_PROB=0.5
MODE=batch
LABEL_SMOOTHING=0.1
SEED=0

python -m mixup_demo.train --data "$DATA" --pair --seed "$SEED" \
  --mixup "$MIXUP_ALPHA" --cutmix "$CUTMIX_ALPHA" \
  ${CUTMIX_MINMAX:+--cutmix-minmax $CUTMIX_MINMAX} \
  --mixup-prob "$PROB" --switch-prob "$SWITCH_PROB" --mixup-mode "$MODE" \
  --smoothing "$LABEL_SMOOTHING"
# then this page opens both, in your classes:
#   python app.py --pair runs/own-images/erm runs/own-images/mixup
