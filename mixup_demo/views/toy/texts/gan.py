"""GANs in two dimensions: targets, measures, charts, what the seeds say, errors."""

TEXTS: dict[str, tuple[str, str]] = {
    "gan.title": ("A GAN, plain and with mixup", "GAN, 그대로와 mixup으로"),
    "gan.help": (
        "A generator turns random numbers into points, and a discriminator tells them from real "
        "ones. With mixup the discriminator sees mixtures of a real and a generated point, "
        "λ x + (1 − λ) G(z), and learns λ itself; the authors report that this steadies training "
        "(section 3.7).",
        "생성자는 난수를 점으로 바꾸고 판별자는 그 점을 실제 점과 가려냅니다. mixup에서는 판별자가 실제 점과 생성된 점을 "
        "섞은 λ x + (1 − λ) G(z)를 보고 λ를 배웁니다. 저자들은 이렇게 하면 학습이 안정된다고 보고합니다(3.7절).",
    ),
    "gan.run": ("Which run", "어느 학습"),
    "gan.run.bundled": ("bundled, 512 units a layer", "준비된 학습, 층마다 512개"),
    "gan.run.live": ("train a smaller one now", "작은 것을 지금 학습"),
    "gan.data": ("Target", "목표 분포"),
    "gan.data.ring": ("8 Gaussians on a ring", "원 위의 가우스 8개"),
    "gan.data.grid": ("25 Gaussians on a grid", "격자 위의 가우스 25개"),
    "gan.data.swiss": ("swiss roll", "스위스 롤"),
    "gan.alpha": ("α of mixup (0: plain)", "mixup의 α (0: 그대로)"),
    "gan.seed": ("Seed", "시드"),
    "gan.run.help": (
        "Bundled runs were trained by this repository with several seeds and play at once. A live "
        "one is smaller and is trained while you wait, with the plain GAN beside it.",
        "준비된 학습은 이 저장소가 여러 시드로 미리 해 둔 것이라 바로 재생됩니다. 직접 학습은 더 작으며, 보통 GAN과 나란히 지금 학습합니다.",
    ),
    "gan.data.help": (
        "What the generator shall learn to draw from.",
        "생성자가 배워야 할 분포입니다.",
    ),
    "gan.alpha.help": (
        "λ is drawn from Beta(α, α) for each pair of a real and a generated point. The paper uses "
        "0.2.",
        "실제 점과 생성된 점의 쌍마다 λ를 Beta(α, α)에서 뽑습니다. 논문은 0.2를 씁니다.",
    ),
    "gan.seed.help": (
        "Of weights, points and λ; bundled runs have a few.",
        "가중치, 점, λ의 시드입니다. 준비된 학습에는 몇 가지만 있습니다.",
    ),
    "gan.loss": ("Generator's loss", "생성자의 손실"),
    "gan.loss.help": (
        "What the generator minimises: log(1 − D), as in the paper's equation (minimax), or "
        "−log D, the usual remedy for its vanishing gradient (non-saturating).",
        "생성자가 줄이는 값입니다. 논문의 식은 log(1 − D)(미니맥스)이고, 기울기가 사라지지 않게 흔히 −log D(비포화)를 씁니다.",
    ),
    "gan.loss.minimax": ("minimax, log (1 − D)", "미니맥스, log (1 − D)"),
    "gan.loss.nonsaturating": ("non-saturating, −log D", "비포화, −log D"),
    "gan.latent.help": (
        "How many random numbers the generator turns into a point.",
        "생성자가 점 하나를 만드는 데 쓰는 난수의 개수입니다.",
    ),
    "gan.critic.help": (
        "How often the discriminator learns before each step of the generator; the paper has 5.",
        "생성자가 한 걸음 배울 때마다 판별자가 배우는 횟수입니다. 논문은 5입니다.",
    ),
    "gan.width.help": (
        "Of three hidden layers; the paper has 512.",
        "세 은닉층의 유닛 수입니다. 논문은 512입니다.",
    ),
    "gan.steps.help": ("Generator steps.", "생성자의 걸음 수입니다."),
    "gan.said": (
        "{modes} of {total} modes, {quality} high quality",
        "봉우리 {total}개 중 {modes}개, 고품질 {quality}",
    ),
    "gan.said.curve": (
        "{modes} of {total} parts, {quality} high quality",
        "구간 {total}개 중 {modes}개, 고품질 {quality}",
    ),
    "gan.outside": (
        "{count} of {all} drawn points off the map",
        "그린 점 {all}개 중 {count}개가 지도 밖",
    ),
    "gan.chart.alt": (
        "Modes covered and share of high-quality samples over the iterations, the plain GAN beside "
        "the one with mixup; the table below has their ends.",
        "반복에 따른 덮은 봉우리와 고품질 표본의 비율입니다. 보통 GAN과 mixup을 함께 그렸고 끝의 값은 아래 표에 있습니다.",
    ),
    "gan.setting": (
        "{iterations} iterations of {critic} discriminator steps and a generator step, batch "
        "{batch}, {latent} latent numbers, three hidden layers of {width} ReLU, Adam {rate}, loss: "
        "{loss}.",
        "판별자 {critic}걸음과 생성자 한 걸음을 {iterations}번 반복, 배치 {batch}, 잠재 변수 {latent}개, ReLU {width}개의 은닉층 셋, "
        "Adam {rate}, 손실: {loss}.",
    ),
    "gan.latent": ("Latent numbers", "잠재 벡터의 길이"),
    "gan.critic": (
        "Discriminator steps a generator step",
        "생성자 한 걸음당 판별자 걸음 수",
    ),
    "gan.width": ("Units a layer", "층마다 유닛 수"),
    "gan.steps": ("Iterations", "반복 횟수"),
    "gan.progress": (
        "iteration {iteration} of {iterations}",
        "{iterations}번 중 {iteration}번째 반복",
    ),
    "gan.iteration": ("iteration", "반복"),
    "gan.plain": ("Plain GAN", "보통 GAN"),
    "gan.with": ("GAN with mixup", "mixup을 쓴 GAN"),
    "gan.mixup": ("With mixup, α = {alpha}", "mixup, α = {alpha}"),
    "gan.samples": ("generated", "생성된 점"),
    "gan.real": ("real", "실제 점"),
    "gan.surface": (
        "shading: the discriminator's probability that a point is real",
        "음영: 판별자가 보는, 점이 실제일 확률",
    ),
    "gan.axis.iterations": (
        "generator steps, log",
        "생성자 걸음 수, 로그",
    ),
    "gan.measure.modes": ("Modes covered", "덮은 봉우리"),
    "gan.measure.modes.help": (
        "A mode is covered if it is the nearest to at least one high-quality sample of 2,500 "
        "(VEEGAN, Srivastava et al. 2017).",
        "표본 2,500개 중 고품질인 것이 하나라도 그 봉우리에 가장 가까우면 덮은 것으로 셉니다(VEEGAN, Srivastava 외 2017).",
    ),
    "gan.measure.quality": ("High-quality samples", "고품질 표본"),
    "gan.measure.quality.help": (
        "The share of 2,500 samples within three standard deviations of a mode (VEEGAN, Srivastava "
        "et al. 2017). Of real points it is 98.9 %.",
        "표본 2,500개 중 어느 봉우리에서 표준편차의 세 배 안에 있는 비율입니다(VEEGAN, Srivastava 외 2017). "
        "실제 점에서는 98.9 %입니다.",
    ),
    "gan.measure.swiss.help": (
        "The swiss roll has no modes. Our own definition: a sample is of high quality within three "
        "standard deviations of the curve, and of 25 equally likely parts of the curve one is "
        "covered if it is the nearest to such a sample.",
        "스위스 롤에는 봉우리가 없습니다. 우리가 정한 정의로는 곡선에서 표준편차의 세 배 안에 있으면 고품질 표본이고, "
        "확률이 같은 곡선의 25개 구간 가운데 그런 표본에 가장 가까운 구간을 덮은 것으로 셉니다.",
    ),
    "gan.legend.plain": ("plain GAN", "보통 GAN"),
    "gan.legend.live": ("this training", "이번 학습"),
    "gan.band": (
        "Lines: mean over {n} seeds; bands: from the lowest to the highest seed. Thin lines: this "
        "training.",
        "선: 시드 {n}개의 평균, 띠: 가장 낮은 시드에서 가장 높은 시드까지. 가는 선: 이번 학습.",
    ),
    "gan.band.alone": ("One seed. Thin lines: this training.", "시드 하나. 가는 선: 이번 학습."),
    "gan.table": (
        "At the end of training, mean ± standard deviation over seeds",
        "학습 끝의 값, 시드에 대한 평균 ± 표준편차",
    ),
    "gan.column.alpha": ("α", "α"),
    "gan.column.modes": ("modes covered", "덮은 봉우리"),
    "gan.column.quality": ("high quality, %", "고품질, %"),
    "gan.column.n": ("seeds", "시드 수"),
    "gan.says.modes": (
        "Modes covered at the end, of {modes}: plain {plain}, with mixup (α = {alpha}) {mixup}. "
        "Difference {difference} (95 % interval over {n} seeds {low} to {high}): {verdict}.",
        "학습 끝에 덮은 봉우리({modes}개 중): 보통 {plain}, mixup(α = {alpha}) {mixup}. 차이 {difference}(시드 {n}개의 "
        "95 % 구간 {low} ~ {high}): {verdict}.",
    ),
    "gan.says.modes.alone": (
        "Modes found at the end, of {modes}: plain {plain}, with mixup (α = {alpha}) {mixup}: "
        "inconclusive ({n} seeds).",
        "학습 끝에 포착한 모드({modes}개 중): 일반 GAN {plain}, mixup(α = {alpha}) {mixup}: 판단할 수 없습니다(시드 "
        "{n}개).",
    ),
    "gan.says.quality": (
        "High-quality samples at the end: plain {plain} %, with mixup (α = {alpha}) {mixup} %. "
        "Difference {difference} points (95 % interval over {n} seeds {low} to {high}): {verdict}.",
        "학습 끝의 고품질 표본: 보통 {plain} %, mixup(α = {alpha}) {mixup} %. 차이 {difference} %p(시드 {n}개의 95 % 구간 "
        "{low} ~ {high}): {verdict}.",
    ),
    "gan.says.quality.alone": (
        "High-quality samples at the end: plain {plain} %, with mixup (α = {alpha}) {mixup} %: "
        "inconclusive ({n} seeds).",
        "학습 끝의 고품질 표본: 일반 GAN {plain} %, mixup(α = {alpha}) {mixup} %: 판단할 수 없습니다(시드 {n}개).",
    ),
    "gan.says.failed": (
        "Ended away from the data (under {limit} % of high quality): {runs}.",
        "데이터를 벗어난 채 끝난 학습(고품질 {limit} % 미만): {runs}.",
    ),
    "gan.says.none-failed": (
        "No run ended away from the data (under {limit} % of high quality).",
        "데이터를 벗어난 채(고품질 {limit} % 미만) 끝난 학습은 없습니다.",
    ),
}
