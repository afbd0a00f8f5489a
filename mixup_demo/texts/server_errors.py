"""What is said when the server refuses to be asked so much, or cannot answer."""

TEXTS: dict[str, tuple[str, str]] = {
    "error.weights": (
        "The weights of a model that was asked are missing or damaged on the server. Choose another "
        "pair of models; whoever runs the page finds file and remedy in its log.",
        "선택한 모델의 가중치가 서버에 없거나 손상되었습니다. 다른 모델 쌍을 선택해 주세요. 해당 파일과 해결 방법은 서버 로그에 기록됩니다.",
    ),
    "error.finest": (
        "{name} must be a whole number of at least {minimum}, but is {value}. Correct it, or unset it "
        "for the finest planes.",
        "{name}의 값은 {minimum} 이상의 정수여야 하는데 {value}입니다. 값을 고치거나 지우면 가장 세밀한 평면을 보여 줍니다.",
    ),
    "error.disk": (
        "The server has no room for a file at the moment. Try again later, or choose an example.",
        "지금은 서버에 파일을 저장할 공간이 없습니다. 나중에 다시 시도하거나 예시를 선택해 주세요.",
    ),
    "error.slow": (
        "What is sent must go on at least every {limit} s, but did not. Try again, or choose a "
        "smaller file.",
        "전송은 {limit}초 넘게 멈추지 않아야 하는데 멈췄습니다. 다시 시도하거나 더 작은 파일을 선택해 주세요.",
    ),
    "error.slow.whole": (
        "What is sent must arrive whole within {limit} minutes, but did not. Try a faster "
        "connection, or choose a smaller file.",
        "전송은 {limit}분 안에 끝나야 하는데 끝나지 않았습니다. 더 빠른 연결을 쓰거나 더 작은 파일을 선택해 주세요.",
    ),
    "error.crowd": (
        "At most {limit} questions may wait at once, and so many do. Try again in about {seconds} "
        "s, or choose an example, which is there at once.",
        "기다리는 질문은 한 번에 {limit}개까지인데 이미 그만큼 있습니다. 약 {seconds}초 뒤에 다시 시도하거나 예시를 "
        "선택해 주세요. 예시의 결과는 바로 나옵니다.",
    ),
    "error.image.wait": (
        "A picture is decoded within {limit} s of its arrival, but large ones of others kept the server "
        "busy for longer. Try again in a minute, or choose an example.",
        "이미지는 도착한 뒤 {limit}초 안에 읽는데, 서버가 다른 큰 이미지를 읽느라 그 안에 차례가 오지 않았습니다. 잠시 뒤에 "
        "다시 시도하거나 예시를 선택해 주세요.",
    ),
    "error.url.private": (
        "The address of an image must begin with http:// or https:// and lead to a public server, "
        "but {value} does not. Upload the file instead.",
        "이미지 주소는 http:// 또는 https://로 시작하고 공개된 서버로 이어져야 하는데 그렇지 않습니다: {value}. 대신 파일을 올려 "
        "주세요.",
    ),
    "error.url.failed": (
        "An image must lie at its address within a few seconds, but nothing came from {value}. "
        "Check the address, or upload the file instead.",
        "이미지는 몇 초 안에 주소에서 받을 수 있어야 하는데 아무것도 오지 않았습니다: {value}. 주소를 확인하거나 대신 파일을 올려 "
        "주세요.",
    ),
    "error.proxy": (
        "The server fetches nothing for others, but this address asks it to. Open the file's own "
        "address instead.",
        "서버는 다른 곳의 파일을 대신 받아 오지 않는데 이 주소는 그것을 요청합니다. 파일의 원래 주소를 열어 주세요.",
    ),
    "error.rate": (
        "One visitor may ask only so many questions in a short time, and these were more. Wait "
        "{seconds} s and try again.",
        "한 방문자가 짧은 시간에 보낼 수 있는 질문 수는 정해져 있는데 이번에는 그보다 많았습니다. {seconds}초 뒤에 다시 시도해 주세요.",
    ),
    "error.body": (
        "A request may have at most {limit} MB, but this one has more. Send less at once.",
        "요청은 {limit}MB 이하여야 하는데 이 요청은 더 큽니다. 한 번에 더 적게 보내 주세요.",
    ),
    "error.route": (
        "Under gradio_api/ only questions, answers and files of this page are served, but {value} is "
        "none of them. Its endpoints are listed at /endpoints.",
        "gradio_api/ 아래에서는 이 페이지의 질문과 답, 파일만 제공하는데, 요청한 주소({value})는 해당하지 않습니다. 엔드포인트 목록은 "
        "/endpoints에서 볼 수 있습니다.",
    ),
    "error.call.endpoint": (
        "An endpoint must be one of {names}, but the call is to {value}. Call one of them.",
        "엔드포인트는 {names} 중 하나여야 하는데 호출한 이름은 {value}입니다. 그중 하나를 호출해 주세요.",
    ),
    "error.call.count": (
        "The endpoint takes {limit} inputs, but {value} came. Send all of them in their order, or by name "
        "to call/v2; /endpoints lists them.",
        "이 엔드포인트의 입력은 {limit}개인데 {value}개만 왔습니다. 모두 순서대로 보내거나 call/v2에 이름을 붙여 보내 "
        "주세요. 입력 목록은 /endpoints에 있습니다.",
    ),
    "error.call.unknown": (
        "The inputs of {endpoint} are {names}, but the call names {value}. Use these names.",
        "{endpoint}의 입력은 {names}인데 호출에 {value} 항목이 있습니다. 이 이름을 사용해 주세요.",
    ),
    "error.call.lacks": (
        "A call of {endpoint} must give {names}, but lacks {value}. Send it by its name.",
        "{endpoint} 호출에는 {names} 항목이 있어야 하는데 {value} 항목이 없습니다. 이름을 붙여 보내 주세요.",
    ),
    "error.file": (
        "Only images may come as files, but here one came in place of words or a number. Send the "
        "value itself.",
        "파일로는 이미지만 보낼 수 있는데 글이나 수가 있어야 할 자리에 파일이 왔습니다. 값을 직접 보내 주세요.",
    ),
    "error.internal": (
        "The server should have answered, but something broke that is no fault of yours. Try again, "
        "or ask something else.",
        "서버가 답해야 하는데 내부에서 문제가 생겼습니다. 요청에는 잘못이 없습니다. 다시 시도하거나 다른 요청을 해 주세요.",
    ),
}
