"""About this page: paper, code, how to cite, and whose work it shows and uses."""

TEXTS: dict[str, tuple[str, str]] = {
    "about.open": ("About, citation, photo credits", "정보, 인용, 사진 출처"),
    "about.title": ("About the mixup explorer", "mixup 탐색기 정보"),
    "about.close": ("Close", "닫기"),
    "about.paper": ("The paper", "논문"),
    "about.code": ("The code", "코드"),
    "about.code.licence": ("The code is free to use under", "코드의 라이선스:"),
    "about.code.repository": ("Repository", "저장소"),
    "about.cite": ("How to cite", "인용 방법"),
    "about.cite.paper": ("The paper", "논문"),
    "about.cite.explorer": ("This explorer", "이 탐색기"),
    "about.copy": ("Copy BibTeX", "BibTeX 복사"),
    "about.copied": ("Copied.", "복사했습니다."),
    "about.copy.problem": (
        "This browser does not allow copying. The text is selected: copy it by hand.",
        "이 브라우저에서는 자동으로 복사할 수 없습니다. 선택된 텍스트를 직접 복사해 주세요.",
    ),
    "about.photos": ("Example photos ({count})", "예시 사진({count}장)"),
    "about.photos.note": (
        "These are works of others, under their own licences. Each was scaled to 512 × 512 pixels, "
        "and where needed cropped or set on a plain ground. Our versions of share-alike photos are "
        "under the same licence as the originals; so are blends made of them.",
        "다른 사람의 저작물이며 각자의 라이선스를 따릅니다. 모두 512 × 512 픽셀로 맞추었고, 필요하면 자르거나 단색 "
        "배경에 놓았습니다. 동일조건변경허락(ShareAlike) 사진은 바꾼 사진과 그것을 섞은 이미지도 원본과 같은 "
        "라이선스를 따릅니다.",
    ),
    "about.photo.author": ("By", "저작자:"),
    "about.photo.source": ("Source:", "출처:"),
    "about.fonts": ("Fonts", "글꼴"),
    "about.libraries": ("Libraries", "라이브러리"),
    "about.public": ("Public domain", "퍼블릭 도메인"),
}
