# mixup and CutMix by timm's own training script, on a folder with a folder of
# images for each class. λ is the weight of an image itself; λ ~ Beta(α, α). The
# script has no argument for correct_lam: it is on. With
# "torchrun --nproc_per_node=N" in the place of "python" it trains on N GPUs.
#   git clone --branch v1.0.31 https://github.com/huggingface/pytorch-image-models
DATA=images
MIXUP_ALPHA=1.0
CUTMIX_ALPHA=0.0
CUTMIX_MINMAX=""
PROB=1.0
SWITCH_PROB=0.5
MODE=batch
LABEL_SMOOTHING=0.1
NUM_CLASSES=10
SEED=0

python pytorch-image-models/train.py --data-dir "$DATA" \
  --model resnet18 --num-classes "$NUM_CLASSES" --batch-size 64 --epochs 90 --seed "$SEED" \
  --mixup "$MIXUP_ALPHA" --cutmix "$CUTMIX_ALPHA" ${CUTMIX_MINMAX:+--cutmix-minmax $CUTMIX_MINMAX} \
  --mixup-prob "$PROB" --mixup-switch-prob "$SWITCH_PROB" --mixup-mode "$MODE" \
  --mixup-off-epoch 80 --smoothing "$LABEL_SMOOTHING"
