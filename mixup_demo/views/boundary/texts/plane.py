"""The plane of the Boundary view: maps, the point under the pointer, measures."""

TEXTS: dict[str, tuple[str, str]] = {
    "view.boundary": ("Boundary", "경계"),
    "picture.c.label": ("Picture C", "사진 C"),
    "picture.c.class": ("Class of picture C", "사진 C의 클래스"),
    "picture.c.upload": ("Upload picture C", "사진 C 올리기"),
    "plane.title": ("The plane through the three pictures", "세 사진을 지나는 평면"),
    "plane.help": (
        "Every point is a weighted sum of pictures A, B and C. The colour is the predicted "
        "class, stronger where the model is more confident; lines are decision boundaries "
        "(Somepalli et al. 2022). Grey: none of the three classes. Explore with the pointer, a "
        "finger or the arrow keys (with Shift in larger steps).",
        "각 점은 사진 A, B, C의 가중합입니다. 색은 예측한 클래스로 신뢰도가 높을수록 진하고, "
        "선은 결정 경계입니다(Somepalli 외 2022). 회색은 세 클래스 중 어느 것도 아닌 영역입니다. "
        "포인터나 손가락, 화살표 키(Shift와 함께 누르면 크게 이동)로 살펴봐 주세요.",
    ),
    "plane.show": ("What the maps show", "지도에 표시할 내용"),
    "plane.show.classes": ("classes", "클래스"),
    "plane.show.difference": ("disagreement", "불일치"),
    "plane.show.confidence": ("confidence, 3-D", "신뢰도 3-D"),
    "plane.show.margin": ("margin, 3-D", "마진 3-D"),
    "plane.noise": ("Use noise as C", "노이즈를 C로 사용"),
    "plane.line": ("Draw a line", "직선 긋기"),
    "plane.line.help": (
        "Choose two points to open the line between them in the Mix view. Escape cancels.",
        "두 점을 선택하면 그 사이의 직선이 혼합 화면에서 열립니다. Esc를 누르면 취소됩니다.",
    ),
    "plane.line.first": (
        "Choose the first end of the line.",
        "직선의 첫 번째 끝점을 선택해 주세요.",
    ),
    "plane.line.left": ("Line drawing cancelled.", "직선 긋기를 취소했습니다."),
    "plane.line.second": ("Now choose the other end.", "이제 다른 끝점을 선택해 주세요."),
    "plane.progress": ("Progress of the plane", "평면 계산 진행률"),
    "plane.computing": (
        "computing {resolution} × {resolution} points",
        "{resolution} × {resolution}개 점 계산 중",
    ),
    "plane.computing.first": ("computing a first map", "첫 지도 계산 중"),
    "plane.stop": ("Stop", "중지"),
    "plane.map": ("Map of the plane, {model}", "평면 지도, {model}"),
    "plane.compare.help": (
        "The two models on the maps: the pair that opens the page, or any two.",
        "지도에 표시할 두 모델입니다. 처음에 열리는 기본 모델 쌍이나 원하는 두 모델을 선택할 수 있습니다.",
    ),
    "plane.surface.alt": (
        "Surfaces over the plane, left {left}, right {right}. The table holds the measures.",
        "평면 위의 곡면. 왼쪽 {left}, 오른쪽 {right}. 지표는 표에 있습니다.",
    ),
    "plane.point": ("The picture at this point", "이 점의 사진"),
    "plane.point.help": (
        "The weights sum to one and may be negative outside the triangle. Values beyond black "
        "and white are clipped for display only; the models get them unclipped.",
        "가중치의 합은 1이며 삼각형 밖에서는 음수일 수 있습니다. 검정과 흰색의 범위를 벗어난 "
        "값은 화면에서만 잘리고 모델에는 그대로 입력됩니다.",
    ),
    "plane.sure": (
        "{confidence} confident, margin {margin} points",
        "신뢰도 {confidence}, 마진 {margin} %p",
    ),
    "plane.legend.others": ("all others: {names}", "나머지 클래스: {names}"),
    "plane.legend.sure": ("less to more confident", "신뢰도 낮음 → 높음"),
    "plane.legend.same": ("pale: both predict one class", "연한 곳: 두 예측이 같음"),
    "plane.maps.switch": ("Map shown", "표시할 지도"),
    "plane.ideal": ("smaller", "작을수록"),
    "plane.axis.note": (
        "Both maps share one scale, the L2 distance in pixel values: A at 0, B to its right, C "
        "above.",
        "두 지도의 눈금은 픽셀 값의 L2 거리로 같습니다. A가 0이고 B는 그 오른쪽, C는 위쪽에 "
        "있습니다.",
    ),
    "plane.answer": (
        "{model}: {class}, {confidence} confident, margin {margin} points",
        "{model}: {class}, 신뢰도 {confidence}, 마진 {margin} %p",
    ),
    "plane.where": (
        "{x} along AB, {y} perpendicular (L2 distance in pixels)",
        "AB 방향 {x}, 수직 방향 {y} (픽셀의 L2 거리)",
    ),
    "plane.measures": ("Measures of this plane", "이 평면의 지표"),
    "plane.fragmentation": ("Regions", "영역의 수"),
    "plane.fragmentation.help": (
        "Connected regions of one class, ignoring those under 0.2 % of the plane. Fewer means "
        "simpler.",
        "같은 클래스로 이어진 영역의 수이며, 평면의 0.2 % 미만인 영역은 제외합니다. 적을수록 "
        "단순합니다.",
    ),
    "plane.foreign_share": ("Other classes", "다른 클래스의 비율"),
    "plane.foreign_share.help": (
        "The share of the plane in which the model predicts none of the three classes.",
        "모델이 세 클래스 중 어느 것도 예측하지 않는 면적의 비율입니다.",
    ),
    "plane.boundary_length": ("Boundary length", "결정 경계의 길이"),
    "plane.boundary_length.help": (
        "How many pairs of neighbouring points differ in class, in units of the plane's side.",
        "이웃한 두 점의 클래스가 다른 곳의 수를 평면의 한 변을 1로 하여 나타낸 값입니다.",
    ),
    "plane.agreement": (
        "The two models predict the same class on {share} % of the plane ({resolution} × "
        "{resolution} points).",
        "두 모델은 평면의 {share} %에서 같은 클래스를 예측합니다({resolution} × {resolution}개 "
        "점).",
    ),
    "plane.boundary": ("decision boundary", "결정 경계"),
    "plane.axis.x": ("along AB", "AB 방향"),
    "plane.axis.y": ("perpendicular", "수직 방향"),
    "plane.axis.confidence": ("confidence", "신뢰도"),
    "plane.axis.margin": ("margin", "마진"),
}
