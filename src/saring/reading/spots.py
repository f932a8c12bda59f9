"""Shapes behind a place in Korean: a shop where goods are on sale, a wish on which something hangs."""

from __future__ import annotations

import re

IF_WANTED = re.compile(  # "우간다가 원한다면 교관을 보낼 뜻이 있다": whoever would want it would get it
    r"(?: 정부| 측| 당국)?(?:이|가|은|는|만|도)? ?(?:이를 |더 |다시 )?(?:원(?:하|한다)면|바라(?:면|ㄴ다면)|바란다면|요청(?:하|한다)면|희망(?:하|한다)면|필요로 (?:하|한다)면|동의(?:하|한다)면|허락(?:하|한다)면|요구(?:하|한다)면)"
)
SHOP = re.compile(  # "블라디보스토크 상점 진열대에는": where goods are on sale
    r"(?:의| 시내| 시| 현지)?(?: [가-힣]{1,5}){0,2} ?(?:상점|시장|백화점|매대|진열대|선반|마트|가게|식료품점|편의점|면세점|판매대|슈퍼마켓|쇼핑몰|기념품점|상가|매장)"
    r"(?: (?:매대|진열대|선반|곳곳|한쪽|입구))?(?:에|에는|에도|에서|에서는|에서도)(?=[ ,])"
)
