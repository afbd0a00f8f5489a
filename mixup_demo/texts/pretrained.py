"""Models from elsewhere: why weights cannot be fetched, and what a user's own pair must be."""

TEXTS: dict[str, tuple[str, str]] = {
    "error.fetch": (
        "{name} needs {file} from the Hugging Face Hub first, but {reason} Fetch it beforehand with "
        "python -m mixup_demo.fetch {name}, or start the page with a folder that holds the model: "
        "python app.py --pair LEFT RIGHT.",
        "{name} 모델을 쓰려면 먼저 Hugging Face Hub에서 {file} 파일을 받아야 하는데 받지 못했습니다. {reason} "
        "python -m mixup_demo.fetch {name} 명령으로 미리 받거나, 모델이 있는 폴더로 페이지를 시작해 주세요: "
        "python app.py --pair LEFT RIGHT.",
    ),
    "fetch.offline": (
        "HF_HUB_OFFLINE is set and it is not in the cache.",
        "HF_HUB_OFFLINE이 설정되어 있고 캐시에도 없습니다.",
    ),
    "fetch.unreachable": (
        "{value} does not answer.",
        "{value}에서 응답이 없습니다.",
    ),
    "fetch.stalled": (
        "nothing has come for {value} seconds.",
        "{value}초 동안 아무것도 오지 않았습니다.",
    ),
    "fetch.missing": (
        "there is no such file at {value}.",
        "{value}에 그런 파일이 없습니다.",
    ),
    "fetch.hash": (
        "what came is not the file with the hash {value}…, and was deleted.",
        "받은 파일의 해시가 {value}…와 달라 삭제했습니다.",
    ),
    "fetch.broken": (
        "it did not come whole ({value}).",
        "온전히 받지 못했습니다({value}).",
    ),
    "error.own.source": (
        "A model of a pair must be a folder with config.json and model.safetensors, hf-hub:OWNER/NAME, "
        "or a model of the page's list, but is {value}. Name one of these.",
        "쌍의 모델은 config.json과 model.safetensors가 있는 폴더, hf-hub:OWNER/NAME, 또는 "
        "페이지 목록의 모델이어야 하는데 {value}입니다. 이 가운데 하나를 지정해 주세요.",
    ),
    "error.own.file": (
        "A model's folder must hold config.json and model.safetensors, but {source} lacks {file}. Write "
        "both with timm's save_for_hf(model, folder, safe_serialization=True) or with python -m "
        "mixup_demo.convert.",
        "모델 폴더에는 config.json과 model.safetensors가 있어야 하는데 {source}에 {file} 파일이 없습니다. timm의 "
        "save_for_hf(model, folder, safe_serialization=True)나 python -m mixup_demo.convert 명령으로 두 "
        "파일을 만들어 주세요.",
    ),
    "error.own.json": (
        "config.json must be a JSON object of at most 8 MB, but that of {source} is not ({value}). Write "
        "it again.",
        "config.json은 8MB 이하의 JSON 객체여야 하는데 {source}의 파일은 그렇지 않습니다({value}). 다시 만들어 주세요.",
    ),
    "error.own.architecture": (
        "config.json must name an architecture that timm or this package can build, but that of {source} "
        "names {value}. Choose a name of timm.list_models().",
        "config.json에는 timm이나 이 패키지가 만들 수 있는 구조의 이름이 있어야 하는데 {source}에는 {value}로 되어 "
        "있습니다. timm.list_models()에 있는 이름을 선택해 주세요.",
    ),
    "error.own.elsewhere": (
        "config.json must not name files, addresses or code elsewhere, but that of {source} does so with "
        "{field}. Remove this field; the weights are those of model.safetensors beside it.",
        "config.json은 다른 곳의 파일, 주소, 코드를 가리키면 안 되는데 {source}에는 {field} 항목이 있습니다. 이 항목을 "
        "지워 주세요. 가중치는 같은 폴더의 model.safetensors에서 읽습니다.",
    ),
    "error.own.classes": (
        "config.json must name the classes: label_names, a list of {value} different names of 1 to "
        "{limit} letters without control characters, but that of {source} does not. Correct or add it, "
        "in the order of the logits.",
        "config.json에는 클래스 이름이 있어야 합니다. label_names는 제어 문자 없이 1자에서 {limit}자까지인 서로 다른 이름 "
        "{value}개의 목록이어야 하는데 {source}에서는 그렇지 않습니다. 로짓의 순서대로 고치거나 추가해 주세요.",
    ),
    "error.own.input": (
        "input_size in config.json must be 3 channels, height and width from 8 to 1024, but that of "
        "{source} is {value}. Correct it, for example [3, 224, 224].",
        "config.json의 input_size는 채널 3개와 8에서 1024까지의 높이와 너비여야 하는데 {source}에는 {value}로 되어 "
        "있습니다. 예를 들어 [3, 224, 224]로 고쳐 주세요.",
    ),
    "error.own.number": (
        "{field} in config.json must be three finite numbers, for std above 0, but that of {source} is "
        "not. Correct it.",
        "config.json의 {field} 항목은 유한한 수 세 개여야 하고 std는 0보다 커야 하는데 {source}에서는 그렇지 않습니다. 고쳐 "
        "주세요.",
    ),
    "error.own.pickle": (
        "Weights must be safetensors, but {source} holds {file}, a kind of file that can run code when it "
        "is opened. Convert it with python -m mixup_demo.convert {file} --architecture NAME --to FOLDER.",
        "가중치는 safetensors 형식이어야 하는데 {source}에는 열 때 코드를 실행할 수 있는 형식의 {file} 파일이 있습니다. python "
        "-m mixup_demo.convert {file} --architecture NAME --to FOLDER 명령으로 변환해 주세요.",
    ),
    "error.own.weights": (
        "model.safetensors must be whole, but that of {source} is damaged or of another kind ({value}). "
        "Copy or write it again.",
        "model.safetensors는 온전해야 하는데 {source}의 파일은 손상되었거나 다른 형식입니다({value}). 다시 복사하거나 만들어 "
        "주세요.",
    ),
    "error.own.finite": (
        "Weights and answers of a model must be finite numbers, but those of {source} are not ({value}): "
        "its training has diverged. Train it again with a lower learning rate.",
        "모델의 가중치와 출력은 유한한 수여야 하는데 {source}에서는 그렇지 않습니다({value}). 학습이 발산한 모델입니다. 학습률을 낮추어 "
        "다시 학습해 주세요.",
    ),
    "error.own.network": (
        "The network of config.json must be built and answer at its input size, but that of {source} "
        "is not ({value}). Correct architecture, model_args or input_size.",
        "config.json의 신경망은 만들 수 있고 입력 크기에서 답해야 하는데 {source}에서는 그렇지 않습니다({value}). "
        "architecture, model_args, input_size를 고쳐 주세요.",
    ),
    "error.own.fit": (
        "The weights must be those of {architecture}, but in {source} the shape of {value} is {found} "
        "instead of {expected}. Correct architecture, num_classes or model_args in config.json.",
        "가중치는 {architecture} 구조의 것이어야 하는데 {source}에서 {value}의 모양이 {found}입니다(필요한 모양: {expected}). "
        "config.json의 architecture, num_classes, model_args를 고쳐 주세요.",
    ),
    "error.own.hash": (
        "The weights must have the hash {value}… that config.json states, but those of {source} have "
        "another. Copy both files again.",
        "가중치의 해시는 config.json에 적힌 {value}…여야 하는데 {source}의 파일은 다릅니다. 두 파일을 다시 복사해 주세요.",
    ),
    "error.own.count": (
        "The two models of a pair must have the same classes, but the left one has {left} and the right "
        "one {right}. Name two models that were trained on the same data.",
        "쌍의 두 모델은 클래스가 같아야 하는데 왼쪽은 {left}개, 오른쪽은 {right}개입니다. 같은 데이터로 학습한 두 모델을 "
        "지정해 주세요.",
    ),
    "error.own.order": (
        "The two models of a pair must have the same classes in the same order, but number {number} is "
        "{left} on the left and {right} on the right. Name two models that were trained on the same data.",
        "쌍의 두 모델은 클래스와 그 순서가 같아야 하는데 {number}번이 왼쪽은 {left}, 오른쪽은 {right}입니다. 같은 데이터로 "
        "학습한 두 모델을 지정해 주세요.",
    ),
    "error.own.size": (
        "The two models of a pair must take images of the same size, but the left one takes {left} and "
        "the right one {right} pixels. Set input_size in config.json where a network takes others too.",
        "쌍의 두 모델은 입력 크기가 같아야 하는데 왼쪽은 {left}, 오른쪽은 {right} 픽셀입니다. 다른 크기도 받는 신경망이면 "
        "config.json의 input_size를 바꿔 주세요.",
    ),
    "error.own.cut": (
        "The two models of a pair must see the same pixels, but {left} and {right} are models of this "
        "package that cut pictures differently. Name two of the same kind, or a folder on the right.",
        "쌍의 두 모델은 같은 픽셀을 보아야 하는데 {left}, {right} 모델은 이 패키지에서 사진을 서로 다르게 자릅니다. 같은 종류의 "
        "두 모델이나, 오른쪽에 폴더를 지정해 주세요.",
    ),
    "error.own.colour": (
        "A colour must be written as #rrggbb, for example #7b3f98, but is “{value}”. Correct it.",
        "색은 #7b3f98처럼 #rrggbb 형식으로 써야 하는데 “{value}”입니다. 고쳐 주세요.",
    ),
    "error.own.colour.config": (
        "colour in config.json must be written as #rrggbb, for example #7b3f98, but that of {source} is "
        "“{value}”. Correct it.",
        "config.json의 colour 항목은 #7b3f98처럼 #rrggbb 형식이어야 하는데 {source}에는 “{value}”로 되어 있습니다. "
        "고쳐 주세요.",
    ),
    "error.own.label": (
        "A label must have 1 to {limit} letters and no control characters, but is “{value}”. Choose "
        "another one.",
        "모델의 표시 이름은 제어 문자 없이 1자에서 {limit}자까지여야 하는데 “{value}”입니다. 다른 이름을 선택해 주세요.",
    ),
    "error.own.label.config": (
        "label in config.json must have 1 to {limit} letters and no control characters, but that of "
        "{source} is “{value}”. Correct it.",
        "config.json의 label 항목은 제어 문자 없이 1자에서 {limit}자까지여야 하는데 {source}에는 “{value}”로 되어 있습니다. "
        "고쳐 주세요.",
    ),
    "error.own.labels": (
        "The labels of a pair must differ, but both are “{value}”. Choose another for one of the two.",
        "쌍의 두 모델은 표시 이름이 서로 달라야 하는데 둘 다 “{value}”입니다. 하나를 다르게 지정해 주세요.",
    ),
    "error.convert.file": (
        "A checkpoint must be a file of torch.save whose parts are stored as they are, or of safetensors, "
        "but {value} is not ({reason}) Name another file, or save it again with "
        "torch.save(network.state_dict(), FILE).",
        "체크포인트는 내용이 압축 없이 저장된 torch.save 파일이거나 safetensors 파일이어야 하는데 {value} 파일은 그렇지 않습니다. "
        "({reason}) 다른 파일을 지정하거나 torch.save(network.state_dict(), FILE)로 다시 저장해 주세요.",
    ),
    "convert.missing": ("there is no such file.", "그런 파일이 없습니다."),
    "convert.code": (
        "it asks for code or objects beside numbers, which is not run.",
        "숫자가 아닌 코드나 객체를 요구하며, 이는 실행하지 않습니다.",
    ),
    "convert.cut": ("it is empty or cut off.", "비어 있거나 중간에 잘렸습니다."),
    "convert.kind": (
        "it is damaged, or of another kind.",
        "손상되었거나 다른 종류의 파일입니다.",
    ),
    "convert.packed": (
        "its parts are compressed, or larger than {limit} GB together.",
        "내용이 압축되어 있거나 모두 합해 {limit}GB가 넘습니다.",
    ),
    "convert.state": (
        "it holds no weights by name, under state_dict or at the top.",
        "state_dict 항목에도 최상위에도 이름이 붙은 가중치가 없습니다.",
    ),
    "error.convert.classes": (
        "A network of {value} classes needs their names. Give a file with one name a line, in the order of "
        "the logits: --classes FILE.",
        "클래스가 {value}개인 신경망에는 클래스 이름이 필요합니다. 로짓의 순서대로 한 줄에 하나씩 적은 파일을 "
        "--classes FILE로 지정해 주세요.",
    ),
    "error.convert.names": (
        "The file of --classes must be text in UTF-8 with one name a line, but {value} is not. Save it as "
        "UTF-8.",
        "--classes 파일은 한 줄에 이름을 하나씩 적은 UTF-8 텍스트여야 하는데 {value} 파일은 그렇지 않습니다. UTF-8로 저장해 "
        "주세요.",
    ),
    "error.convert.count": (
        "The file of --classes must name each of the {count} classes once, with at most {limit} letters "
        "and no control characters, but {value} holds {found} names, of which {right} are such and "
        "different. Correct it: one name a line, in the order of the logits.",
        "--classes 파일에는 클래스 {count}개의 이름이 제어 문자 없이 {limit}자 이하로 하나씩 있어야 하는데 {value} 파일에는 이름이 "
        "{found}개이고 그 가운데 규칙에 맞는 서로 다른 이름은 {right}개입니다. 로짓의 순서대로 한 줄에 하나씩 적어 주세요.",
    ),
    "error.convert.architecture": (
        "A checkpoint does not say which network it is of, so {value} needs --architecture NAME. Choose a "
        "name of timm.list_models().",
        "체크포인트에는 어떤 신경망의 것인지 적혀 있지 않으므로 {value} 파일에는 --architecture NAME이 필요합니다. "
        "timm.list_models()에 있는 이름을 선택해 주세요.",
    ),
    "error.convert.open": (
        "Files and folders of this command must be open to you, but {value} cannot be opened ({reason}). "
        "Correct its name or its rights.",
        "이 명령의 파일과 폴더는 열 수 있어야 하는데 {value} 항목을 열 수 없습니다({reason}). 이름이나 접근 설정을 고쳐 주세요.",
    ),
    "error.fetch.name": (
        "What is fetched must be one of {names}, a network that timm has on the Hub, or "
        "hf-hub:OWNER/NAME, but is {value}. Choose one of these.",
        "받을 수 있는 것은 {names}, timm이 Hub에 둔 신경망, 또는 hf-hub:OWNER/NAME인데 {value}입니다. 이 가운데 "
        "하나를 선택해 주세요.",
    ),
}
