# The page on port 7860.
#
#   CPU:  docker build -t mixup-explorer .
#         docker run --rm -p 7860:7860 mixup-explorer
#   GPU:  docker build -t mixup-explorer:gpu --build-arg TORCH_INDEX= .
#         docker run --rm -p 7860:7860 --gpus all mixup-explorer:gpu
FROM python:3.12-slim

# Where torch and torchvision come from: PyTorch's index of CPU builds (a fifth of the size), or,
# left empty, pip's ordinary index, whose builds carry CUDA.
ARG TORCH_INDEX=https://download.pytorch.org/whl/cpu

RUN useradd --create-home --uid 1000 explorer
WORKDIR /home/explorer/app

# Layers from the rarest change to the most frequent: torch, the other packages, weights, code.
COPY requirements.txt requirements.lock ./
RUN grep -E '^torch(vision)?==' requirements.lock > /tmp/torch.txt \
    && pip install --no-cache-dir --no-deps ${TORCH_INDEX:+--index-url "$TORCH_INDEX"} \
        --requirement /tmp/torch.txt \
    && rm /tmp/torch.txt
RUN pip install --no-cache-dir --requirement requirements.txt --constraint requirements.lock
COPY --chown=1000:1000 models models
COPY --chown=1000:1000 assets assets
COPY --chown=1000:1000 mixup_demo mixup_demo
COPY --chown=1000:1000 app.py CITATION.cff ./

USER 1000
ENV GRADIO_SERVER_NAME=0.0.0.0 \
    GRADIO_SERVER_PORT=7860 \
    PYTHONUNBUFFERED=1
EXPOSE 7860
# asked at whichever port, and past a proxy of the environment; a cold start on a busy machine has
# taken three minutes
HEALTHCHECK --interval=10s --timeout=5s --start-period=180s --retries=3 \
    CMD ["python", "-c", "import os; from http.client import HTTPConnection as To; to = To('127.0.0.1', int(os.environ['GRADIO_SERVER_PORT']), timeout=4); to.request('GET', '/healthz?ready'); exit(to.getresponse().status != 200)"]
CMD ["python", "app.py"]
