"""The plane of the Boundary view: maps, the point under the pointer, measures."""

TEXTS: dict[str, tuple[str, str]] = {
    "view.boundary": ("Boundary", "경계"),
    "picture.c.label": ("Picture C", "사진 C"),
    "picture.c.class": ("Class of picture C", "사진 C의 클래스"),
    "picture.c.upload": ("Upload picture C", "사진 C 올리기"),
    "plane.title": ("The plane through the three pictures", "세 사진을 지나는 평면"),
    "plane.help": (
        "Every point is a picture: a weighted sum of A, B and C. The colour is the class that the "
        "model names there, the stronger the surer; lines are its decision boundaries (Somepalli "
        "et al. 2022). Grey regions belong to none of the three. Move the pointer, a finger or the "
        "arrow keys (with Shift in leaps) over a map.",
        "점 하나하나가 A, B, C를 가중해 더한 사진입니다. 색은 모델이 그곳에서 답하는 클래스이고 진할수록 확신이 크며, "
        "선은 결정 경계입니다(Somepalli 외 2022). 회색은 셋 중 어느 것도 아닌 영역입니다. 지도 위에서 포인터나 손가락, "
        "화살표 키(Shift와 함께 누르면 크게)를 움직여 보십시오.",
    ),
    "plane.show": ("What the maps show", "지도에 보일 것"),
    "plane.show.classes": ("classes", "클래스"),
    "plane.show.difference": ("disagreement", "불일치"),
    "plane.show.confidence": ("confidence, 3-D", "확신 3-D"),
    "plane.show.margin": ("margin, 3-D", "차이 3-D"),
    "plane.noise": ("noise as C", "잡음을 C로"),
    "plane.line": ("Draw a line", "선 긋기"),
    "plane.line.help": (
        "Choose two points; the way between them opens on the Mix view. Escape leaves this.",
        "두 점을 고르면 그 사이의 길이 혼합 화면에서 열립니다. Esc를 누르면 그만두게 됩니다.",
    ),
    "plane.line.first": ("Choose the first end of the line.", "선의 첫 끝을 고르십시오."),
    "plane.line.left": ("No line is drawn.", "선 긋기를 그만두었습니다."),
    "plane.line.second": ("Now the other end.", "이제 다른 끝을 고르십시오."),
    "plane.progress": ("Progress of the plane", "평면 계산 진행"),
    "plane.computing": (
        "computing {resolution} × {resolution} points",
        "{resolution} × {resolution}개 점 계산 중",
    ),
    "plane.stop": ("Stop", "멈춤"),
    "plane.map": ("Map of the plane, {model}", "평면 지도, {model}"),
    "plane.compare.help": (
        "Which two models divide the plane: the pair that was trained longest, or any two.",
        "평면을 나누는 두 모델입니다. 가장 오래 학습한 쌍이나 아무 둘을 고를 수 있습니다.",
    ),
    "plane.surface.alt": (
        "Surfaces over the plane, left {left}, right {right}. The table holds the measures.",
        "평면 위의 곡면, 왼쪽 {left}, 오른쪽 {right}. 지표는 표에 있습니다.",
    ),
    "plane.point": ("The picture at this point", "이 점의 사진"),
    "plane.point.help": (
        "Weights sum to one and may be negative outside the triangle; values outside black and "
        "white are shown clipped, but the models see them as they are.",
        "가중치의 합은 1이며 삼각형 밖에서는 음수일 수 있습니다. 검정과 흰색을 벗어난 값은 잘라서 보여 주지만 모델은 그대로 봅니다.",
    ),
    "plane.sure": (
        "{confidence} sure, {margin} ahead of the next",
        "확신 {confidence}, 다음보다 {margin} 앞섬",
    ),
    "plane.legend.sure": ("unsure to sure", "확신이 작음에서 큼으로"),
    "plane.legend.same": ("pale: all models name one class", "연한 곳: 모든 모델의 예측이 같음"),
    "plane.maps.switch": ("Whose map is shown", "보이는 지도"),
    "plane.ideal": ("less", "적을수록"),
    "plane.axis.note": (
        "Both maps have one scale, the L2 distance of pixel values: A at 0, B to its right, C above.",
        "두 지도의 눈금은 같습니다. 픽셀 값의 L2 거리이며 A가 0, B는 그 오른쪽, C는 위쪽입니다.",
    ),
    "plane.answer": (
        "{model}: {class}, {confidence} sure, {margin} ahead of the next",
        "{model}: {class}, 확신 {confidence}, 다음보다 {margin} 앞섬",
    ),
    "plane.where": (
        "{x} along AB, {y} across (L2 distance of pixels)",
        "AB 방향 {x}, 수직 방향 {y} (픽셀의 L2 거리)",
    ),
    "plane.measures": ("Measures of this plane", "이 평면의 지표"),
    "plane.fragmentation": ("Regions", "영역의 수"),
    "plane.fragmentation.help": (
        "Connected regions of one class, those under 0.2 % of the plane left out. Fewer is calmer.",
        "한 클래스로 이어진 영역의 수입니다. 평면의 0.2 % 미만은 뺍니다. 적을수록 단순합니다.",
    ),
    "plane.foreign_share": ("Foreign classes", "다른 클래스의 몫"),
    "plane.foreign_share.help": (
        "The share of the plane in which the model names none of the three classes.",
        "모델이 세 클래스 중 어느 것도 답하지 않는 면적의 비율입니다.",
    ),
    "plane.boundary_length": ("Length of the boundaries", "경계의 길이"),
    "plane.boundary_length.help": (
        "Edges between neighbouring points of different classes, in sides of the plane.",
        "클래스가 다른 이웃 점 사이의 변의 수를 평면의 변 길이로 나눈 값입니다.",
    ),
    "plane.agreement": (
        "Both models name the same class on {share} % of the plane ({resolution} × {resolution} "
        "points).",
        "두 모델은 평면의 {share} %에서 같은 클래스를 답합니다({resolution} × {resolution}개 점).",
    ),
    "plane.boundary": ("boundary between classes", "클래스 사이의 경계"),
    "plane.axis.x": ("along AB", "AB 방향"),
    "plane.axis.y": ("across", "수직 방향"),
}
