"""What is said of pictures that cannot be taken: the rule, the value, the remedy."""

TEXTS: dict[str, tuple[str, str]] = {
    "error.image.missing": (
        "An image is needed here, but there is none. Upload or paste one, or choose an example.",
        "이미지가 필요한데 없습니다. 이미지를 올리거나 붙여 넣거나, 예시에서 선택해 주세요.",
    ),
    "error.image.empty": (
        "An image file must have content, but this one is empty (0 bytes). Choose another file.",
        "이미지 파일에 내용이 있어야 하는데 이 파일은 비어 있습니다(0바이트). 다른 파일을 선택해 "
        "주세요.",
    ),
    "error.image.bytes": (
        "An image file may have at most {limit} MB, but this one has {value} MB. Save it "
        "smaller, for example as a JPEG.",
        "이미지 파일은 {limit}MB 이하여야 하는데 이 파일은 {value}MB입니다. 예를 들어 JPEG로 더 "
        "작게 저장해 주세요.",
    ),
    "error.image.pixels": (
        "An image of this kind may have at most {limit} megapixels, but this one has {value} "
        "({width} × {height}). Make it smaller and try again.",
        "이 형식의 이미지는 {limit}메가픽셀 이하여야 하는데 이 이미지는 {value}메가픽셀({width} "
        "× {height})입니다. 크기를 줄여 다시 시도해 주세요.",
    ),
    "error.image.scans": (
        "A JPEG may come in at most {limit} scans and {most} segments, but this one has at least {scans} "
        "and {segments}. Open it in an image editor and save it again.",
        "JPEG는 스캔 {limit}개, 세그먼트 {most}개 이하여야 하는데 이 파일에는 각각 {scans}개와 {segments}개 이상 "
        "있습니다. 이미지 편집기에서 열어 다시 저장해 주세요.",
    ),
    "error.image.steps": (
        "The header of an image must be read in at most {limit} steps, but that of this {value} file "
        "takes more. Open it in an image editor and save it again.",
        "이미지의 헤더는 {limit}단계 안에 읽을 수 있어야 하는데 이 {value} 파일의 헤더는 더 많은 단계가 필요합니다. 이미지 "
        "편집기에서 열어 다시 저장해 주세요.",
    ),
    "error.image.packed": (
        "A PNG may have at most {limit} compressed texts and profiles, but this one has {value}. Open it "
        "in an image editor and save it again.",
        "PNG의 압축된 텍스트와 프로필은 {limit}개 이하여야 하는데 이 파일에는 {value}개가 있습니다. 이미지 편집기에서 열어 다시 "
        "저장해 주세요.",
    ),
    "error.image.runs": (
        "The pixels of a BMP must be stored uncompressed, but those of this one are run-length encoded. "
        "Save it as a PNG.",
        "BMP는 픽셀을 압축하지 않고 담아야 하는데 이 파일의 픽셀은 런 길이 부호화로 압축되어 있습니다. PNG로 저장해 주세요.",
    ),
    "error.image.format": (
        "An image must be a JPEG, PNG, WebP, AVIF, GIF or BMP file, but this one is {value}. "
        "Save it as one of these.",
        "이미지는 JPEG, PNG, WebP, AVIF, GIF 또는 BMP 파일이어야 하는데 이 파일은 {value}입니다. "
        "이 중 한 형식으로 저장해 주세요.",
    ),
    "error.image.unknown": (
        "An image must be a JPEG, PNG, WebP, AVIF, GIF or BMP file, but the content of this one "
        "is none of these, whatever its name says. Choose another file.",
        "이미지는 JPEG, PNG, WebP, AVIF, GIF 또는 BMP 파일이어야 하는데, 이 파일의 내용은 이름과 "
        "달리 그중 어느 형식도 아닙니다. 다른 파일을 선택해 주세요.",
    ),
    "error.image.unreadable": (
        "An image file must be complete, but this {value} file is damaged or cut off. Save or "
        "download it again, or choose another.",
        "이미지 파일은 온전해야 하는데 이 {value} 파일은 손상되었거나 중간에 잘렸습니다. 다시 "
        "저장하거나 내려받거나, 다른 파일을 선택해 주세요.",
    ),
    "error.image.side": (
        "Both pictures are needed, but picture {side} is missing. Upload one or choose an example.",
        "사진이 두 장 필요한데 사진 {side}가 없습니다. 사진을 올리거나 예시에서 선택해 주세요.",
    ),
    "error.image.point": (
        "A drawn point needs three pictures and three weights from −{limit} to {limit} that sum to "
        "1. Draw the line again on the Boundary view.",
        "그은 점에는 사진 셋과, −{limit}에서 {limit}까지이고 합이 1인 가중치 셋이 필요합니다. "
        "경계 화면에서 선을 다시 그어 주세요.",
    ),
    "error.image.gone": (
        "The server keeps uploads for a few hours at most, and this picture is gone. Upload it again.",
        "올린 사진은 서버에 몇 시간만 보관되며, 이 사진은 이제 없습니다. 다시 올려 주세요.",
    ),
}
