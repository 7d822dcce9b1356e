-- Looks for customers, for wrk:  TOKEN KIND
-- Names are made of the syllables that fill.sql makes them of; nobody has a q in theirs.
local random = math.random

local function name()
  return syllable(random(0, 99)) .. syllable(random(0, 59)) .. syllable(random(0, 9))
end

local function digits(count)
  local text = ""
  for _ = 1, count do
    text = text .. random(0, 9)
  end
  return text
end

local terms = {
  name = function()
    return '"name":"' .. name():sub(1, random(6)) .. '"'
  end,
  address = function()
    return '"email":"c1' .. digits(random(0, 8)) .. '"'
  end,
  number = function()
    return '"phone":"' .. digits(random(4, 7)) .. '"'
  end,
  near = function()
    local whole = name()
    return '"name":"' .. whole:sub(1, 3) .. "q" .. whole:sub(5) .. '"'
  end,
}

function init(args)
  local token, kind = args[1], args[2]
  local headers = {
    ["Authorization"] = "Bearer " .. token,
    ["Audit-Reason"] = "benchmark",
    ["Content-Type"] = "application/json",
  }
  math.randomseed(os.time())
  function request()
    if kind == "list" then
      local path = "/v1/customers?limit=20&status=active&registered_from=2020-01-01T00:00:00Z"
      return wrk.format("GET", path, headers)
    end
    return wrk.format("POST", "/v1/customers/search", headers, "{" .. terms[kind]() .. "}")
  end
end
