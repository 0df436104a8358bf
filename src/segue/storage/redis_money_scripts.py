"""What is done within Redis to count money: each script is one step that nobody comes between.

`segue:money:run` names what Redis has known since it was empty last. A replica tells what it knows before its first
step in each run; a step in another run is answered with UNKNOWN, and nothing is done. While `segue:money:filling` is
there others still tell, and nothing is granted.
"""

from __future__ import annotations

from typing import Final

PREFIX: Final = "segue:money:"
RUN: Final = f"{PREFIX}run"
FILLING: Final = f"{PREFIX}filling"
UNKNOWN: Final = -1
NOT_YET: Final = -2

_BEGINNING = """
local function is_known(n, run_key, at)
    if redis.call('GET', run_key) ~= ARGV[1] then return false end
    for i = 1, n do
        local spent = tonumber(redis.call('HGET', KEYS[i], 'spent') or '-1')
        local known = tonumber(ARGV[at + (i - 1) * 3])
        if spent < 0 and known > 0 then return false end
        if spent < known then redis.call('HSET', KEYS[i], 'spent', string.format('%.0f', known)) end
    end
    return true
end
local function told(n)
    local all = {}
    for i = 1, n do
        for _, name in ipairs({'spent', 'held', 'unpriced'}) do
            all[#all + 1] = tonumber(redis.call('HGET', KEYS[i], name) or '0')
        end
    end
    return all
end
"""
"""Three arguments an account: known to be spent, its limit or -1, seconds to keep."""
RESERVE: Final = (
    _BEGINNING
    + """
local n, short = #KEYS - 3, 0
if not is_known(n, KEYS[n + 2], 4) then return {-1} end
local is_new = redis.call('HEXISTS', KEYS[1], 'h:' .. ARGV[2]) == 0 and redis.call('EXISTS', KEYS[n + 1]) == 0
for i = 1, n do
    local limit = tonumber(ARGV[5 + (i - 1) * 3])
    local taken = tonumber(redis.call('HGET', KEYS[i], 'spent')) + tonumber(redis.call('HGET', KEYS[i], 'held') or '0')
    if short == 0 and is_new and limit >= 0 and taken + tonumber(ARGV[3]) > limit then short = i end
end
if short == 0 and is_new and redis.call('EXISTS', KEYS[n + 3]) == 1 then return {-2} end
for i = 1, n do
    if short == 0 and is_new then
        redis.call('HSET', KEYS[i], 'h:' .. ARGV[2], ARGV[3])
        redis.call('HINCRBY', KEYS[i], 'held', ARGV[3])
    end
    redis.call('EXPIRE', KEYS[i], ARGV[6 + (i - 1) * 3])
end
local all = told(n)
all[#all + 1] = short
return all
"""
)
"""Keys: the accounts, `settled:ID`, run, filling. Arguments: run, id, amount, then the accounts'."""
SETTLE: Final = (
    _BEGINNING
    + """
local n = #KEYS - 2
if not is_known(n, KEYS[n + 2], 6) then return {-1} end
local is_first = redis.call('SET', KEYS[n + 1], '1', 'NX', 'EX', ARGV[4])
for i = 1, n do
    local held = redis.call('HGET', KEYS[i], 'h:' .. ARGV[2])
    if is_first and (held or ARGV[5] == '0') then
        if held then
            if held ~= '0' then redis.call('HINCRBY', KEYS[i], 'held', '-' .. held) end
            redis.call('HDEL', KEYS[i], 'h:' .. ARGV[2])
        end
        if tonumber(ARGV[3]) >= 0 then
            redis.call('HINCRBY', KEYS[i], 'spent', ARGV[3])
        else
            redis.call('HINCRBY', KEYS[i], 'unpriced', 1)
        end
    end
    redis.call('EXPIRE', KEYS[i], ARGV[8 + (i - 1) * 3])
end
local all = told(n)
all[#all + 1] = 0
return all
"""
)
"""Keys: the accounts, `settled:ID`, run. Arguments: run, id, cost or -1, seconds to know it, 1 for a hard one, then the
accounts'. A hard one that is not held was settled before."""
BEGIN: Final = """
local run = redis.call('GET', KEYS[1])
if run then return run end
redis.call('SET', KEYS[1], ARGV[1])
if ARGV[2] ~= '0' then redis.call('SET', KEYS[2], '1', 'PX', ARGV[2]) end
return ARGV[1]
"""
"""Keys: run, filling. Arguments: a name for a new run, and the milliseconds in which nothing is granted in it.
Its outcome is the run that holds."""
TELL: Final = """
local known = tonumber(ARGV[1])
if known > tonumber(redis.call('HGET', KEYS[1], 'spent') or '-1') then
    redis.call('HSET', KEYS[1], 'spent', string.format('%.0f', known))
end
for i = 4, #ARGV, 2 do
    local is_settled = redis.call('EXISTS', ARGV[3] .. ARGV[i]) == 1
    if not is_settled and redis.call('HSETNX', KEYS[1], 'h:' .. ARGV[i], ARGV[i + 1]) == 1 then
        redis.call('HINCRBY', KEYS[1], 'held', ARGV[i + 1])
    end
end
redis.call('EXPIRE', KEYS[1], ARGV[2])
return 0
"""
"""Key: an account. Arguments: known to be spent, seconds to keep, prefix of what is settled, then id and amount of
what is held."""
