# Judging facts documents: sections 3 and 4 of the policy, once more and by other means than the compiled evaluator.
#
# The rules are data: each jurisdiction's under a digest of its own, and the rule set, which names these, under its digest. Each was put in one
# piece. The question names the rule set's digest, so it is answered under those rules or not at all.
#
# Truth is 0 (F), 1 (U) or 2 (T): on these, Kleene's strong tables are min, max and 2 - x, and unknown is a value like the others. Rego takes
# what is undefined for silence, which would be a ban unheard; wherever a rule is evaluated, what came out is counted against what should.
package liptako.judge_MODULE

rules_at := input["@set"]

instant := time.parse_rfc3339_ns(input.at)

answer := {"set": data.liptako_rules.sets_MODULE[rules_at].digest, "module": "MODULE", "decision": decision}

# Many questions at once; one without an answer leaves its place out.

answers := [one | some question in input["@questions"]; one := answer with input as question]

# What is here: whoever fills this OPA asks before and after. All digests are those that stand with the rules themselves.

laws := data.liptako_rules.sets_MODULE[rules_at].laws

held(digest) if data.liptako_rules.laws_MODULE[digest].digest == digest

lacking := [digest | some digest in input["@laws"]; not held(digest)]

whole := rules_at if {
	data.liptako_rules.sets_MODULE[rules_at].digest == rules_at
	count(laws) == 4
	every digest in laws {
		held(digest)
	}
}

# What nothing here is judged by any more.

unused := [digest | some digest in input["@laws"]; not used(digest)]

used(digest) if {
	some other
	some named in data.liptako_rules.sets_MODULE[other].laws
	named == digest
}

# Section 4, needed facts.

needed := ["dataset.home", "operation", "target.state"]

wanting := [code | some code in needed; not known[code]]

decision := {
	"verdict": "INDETERMINATE",
	"findings": [],
	"missing": wanting,
	"obligations": [],
	"obliged_by": [],
	"valid_until": null,
} if {
	count(wanting) > 0
}

decision := {
	"verdict": verdict,
	"findings": findings,
	"missing": missing,
	"obligations": obligations,
	"obliged_by": sort(obligers),
	"valid_until": valid_until,
} if {
	count(wanting) == 0
	count(law) == count(asked)
	count(heard) == count(asked)
	count(findings) == count(asked)
}

# Section 1: absent, null and the empty set are unknown. A known value is boxed, so that false is not taken for absent.

known[code] := [value] if {
	path := data.liptako_rules.sets_MODULE[rules_at].facts[code]
	value := object.get(input, path, null)
	value != null
	value != []
}

# Section 4, jurisdictions asked.

states := {"ML", "BF", "NE"}

asked["HOME"] := known["dataset.home"][0] if "HOME" in input["@roles"]

asked["HOST"] := state if {
	"HOST" in input["@roles"]
	state := known["target.state"][0]
	state in states
	state != known["dataset.home"][0]
}

asked["REGION"] := "AES" if "REGION" in input["@roles"]

law[role] := digest if {
	some role, jurisdiction in asked
	digest := laws[jurisdiction]
	held(digest)
}

# Section 4, rules considered: in force, and speaking in this role. The index gives those that this document does not rule out.

considered[role] := {id |
	some id in candidates(role, digest)
	some period in data.liptako_rules.laws_MODULE[digest].rules[id].in_force
	period[0] <= instant
	before(instant, period[1])
} if {
	some role, digest in law
}

since(null, _) := true

since(start, time) if start <= time

before(_, null) := true

before(time, end) if time < end

# A rule is kept under one of the patterns of facts that its champ, and where it is no exiger its condition, pins to listed values. Under a
# pattern, it is found by each combination of them; an unknown fact, which rules nothing out, is the value "?".

candidates(role, digest) := {id |
	some p, pattern in data.liptako_rules.laws_MODULE[digest].chambers[role].patterns
	some key in keys(pattern)
	some id in data.liptako_rules.laws_MODULE[digest].chambers[role].shelves[p][key]
}

keys([]) := [""]

keys([a]) := tokens[a]

keys([a, b]) := [key |
	some x in tokens[a]
	some y in tokens[b]
	key := concat("|", [x, y])
]

keys([a, b, c]) := [key |
	some x in tokens[a]
	some y in tokens[b]
	some z in tokens[c]
	key := concat("|", [x, y, z])
]

keys([a, b, c, d]) := [key |
	some w in tokens[a]
	some x in tokens[b]
	some y in tokens[c]
	some z in tokens[d]
	key := concat("|", [w, x, y, z])
]

tokens[code] := ["?"] if {
	data.liptako_rules.sets_MODULE[rules_at].facts[code]
	not known[code]
}

tokens[code] := [token(value) | some value in members(known[code][0])] if known[code]

members(value) := {member | some member in value} if is_array(value)

members(value) := {value} if not is_array(value)

token(value) := value if is_string(value)

token(value) := json.marshal(value) if not is_string(value)

# Section 3, forms: U over an unknown fact. Each of a jurisdiction's is evaluated once, however many rules it is part of.

truth(role, id) := 1 if {
	some code in data.liptako_rules.laws_MODULE[law[role]].forms[id].facts
	not known[code]
}

truth(role, id) := kleene(holds(form.is, form)) if {
	form := data.liptako_rules.laws_MODULE[law[role]].forms[id]
	every code in form.facts {
		known[code]
	}
}

kleene(true) := 2

kleene(false) := 0

value(form) := known[form.facts[0]][0]

holds("always", _) := true

holds("one_of", form) := value(form) in form.values

holds("contains", form) := count(members(value(form)) & members(form.values)) > 0

holds("only", form) := count(members(value(form)) - members(form.values)) == 0

holds("between", form) := within(value(form), form.least, form.most)

holds("ranked", form) := within(ranks[value(form)], ranks[form.least], ranks[form.most]) if {
	ranks := data.liptako_rules.sets_MODULE[rules_at].ranks[form.facts[0]]
}

holds("same", form) := members(value(form)) == members(known[form.facts[1]][0])

holds("member_of", form) := count([period |
	some period in data.liptako_rules.sets_MODULE[rules_at].spaces[form.space]
	since(period.from, instant)
	before(instant, period.to)
	value(form) in period.members
]) > 0

within(number, least, most) if {
	least <= number
	number <= most
} else := false

# Connectives, level by level: a form on one level joins only forms on levels below it.

joined({"all": of}, values) := min([values[i] | some i in of])

joined({"any": of}, values) := max([values[i] | some i in of])

joined({"not": i}, values) := 2 - values[i]

raised(values, level) := array.concat(values, [joined(form, values) | some form in level])

table([], v) := v

table([a], v) := raised(v, a)

table([a, b], v) := raised(raised(v, a), b)

table(levels, v) := v9 if {
	count(levels) > 2
	v3 := raised(raised(raised(v, levels[0]), levels[1]), levels[2])
	v6 := raised(raised(raised(v3, level(levels, 3)), level(levels, 4)), level(levels, 5))
	v9 := raised(raised(raised(v6, level(levels, 6)), level(levels, 7)), level(levels, 8))
}

level(levels, i) := levels[i] if i < count(levels)

level(levels, i) := [] if i >= count(levels)

# Section 4, a rule fires. An exiger fires where its condition does not hold; "met" is champ and condition for every effect.

heard[role] := rules if {
	some role, ids in considered
	rules := {id: hearing(role, data.liptako_rules.laws_MODULE[law[role]].rules[id]) | some id in ids}
	count(rules) == count(ids)
}

hearing(role, rule) := {"effect": rule.effect, "fires": 0, "met": 0, "owes": 0, "lifts": []} if {
	scope(role, rule) == 0
}

hearing(role, rule) := {
	"effect": rule.effect,
	"fires": fires(rule.effect, spoken, condition),
	"met": min([spoken, condition]),
	"owes": count(rule.obligations),
	"lifts": rule.lifts,
} if {
	spoken := scope(role, rule)
	spoken > 0
	values := table(rule.levels, [truth(role, id) | some id in rule.condition])
	count(values) == rule.size
	condition := values[rule.size - 1]
}

scope(role, rule) := min(array.concat([2], values)) if {
	values := [truth(role, id) | some id in rule.scope]
	count(values) == count(rule.scope)
}

fires("EXIGER", spoken, condition) := min([spoken, 2 - condition])

fires(effect, spoken, condition) := min([spoken, condition]) if effect != "EXIGER"

# Section 4, a ban is effective unless a considered deroger that names it fires.

bans := {"INTERDIRE", "EXIGER"}

lifted(role, ban) := max({0} | {other.fires |
	some other in heard[role]
	other.effect == "DEROGER"
	ban in other.lifts
})

effective(role) := {id: min([rule.fires, 2 - lifted(role, id)]) |
	some id, rule in heard[role]
	rule.effect in bans
	rule.fires > 0
}

# Section 4, when a rule's obligations hold: owing(…) is the truth of that. A deroger that lifts nothing owes nothing.

owing(_, rule) := 0 if rule.owes == 0

owing(_, rule) := rule.fires if {
	rule.owes > 0
	rule.effect in {"AUTORISER", "OBLIGER", "ASSORTIR"}
}

owing(_, rule) := rule.met if {
	rule.owes > 0
	rule.effect == "EXIGER"
}

owing(role, rule) := rule.fires if {
	rule.owes > 0
	rule.effect == "DEROGER"
	lifts_something(role, rule)
}

owing(role, rule) := 0 if {
	rule.owes > 0
	rule.effect == "DEROGER"
	not lifts_something(role, rule)
}

lifts_something(role, rule) if {
	some ban in rule.lifts
	heard[role][ban].fires > 0
}

# Section 4, the finding: the first case that applies.

banning(role) := {id | some id, truth_value in effective(role); truth_value == 2}

permission(role) := max({0} | {rule.fires | some rule in heard[role]; rule.effect == "AUTORISER"})

permitting(role) := {id |
	some id, rule in heard[role]
	rule.effect == "AUTORISER"
	rule.fires == 2
}

undecided(role) := (unsure_bans | unsure_duties) | unsure_permissions if {
	unsure_bans := {id | some id, truth_value in effective(role); truth_value == 1}
	unsure_duties := {id |
		some id, rule in heard[role]
		not rule.effect in {"AUTORISER", "INTERDIRE"}
		owing(role, rule) == 1
	}
	unsure_permissions := {id |
		role != "REGION"
		permission(role) < 2
		some id, rule in heard[role]
		rule.effect == "AUTORISER"
		rule.fires == 1
	}
}

reason(role) := "PROHIBITED" if {
	count(banning(role)) > 0
} else := "NO_PERMISSION" if {
	role != "REGION"
	permission(role) == 0
} else := "MISSING_FACTS" if {
	count(undecided(role)) > 0
} else := "NO_OBJECTION" if {
	role == "REGION"
} else := "PERMITTED"

verdicts := {
	"PROHIBITED": "DENY",
	"NO_PERMISSION": "DENY",
	"MISSING_FACTS": "INDETERMINATE",
	"NO_OBJECTION": "PERMIT",
	"PERMITTED": "PERMIT",
}

cited(role, "PROHIBITED") := banning(role)

cited(_, "NO_PERMISSION") := set()

cited(role, "MISSING_FACTS") := undecided(role)

cited(_, "NO_OBJECTION") := set()

cited(role, "PERMITTED") := permitting(role)

# Section 4, missing facts: of the cited rules, and of derogers that fire U and name a cited ban.

missing_of(_, reason_given, _) := set() if reason_given != "MISSING_FACTS"

missing_of(role, "MISSING_FACTS", ids) := {code |
	some id in (ids | {other | some other, rule in heard[role]; rule.fires == 1; count(ids & members(rule.lifts)) > 0})
	some code in data.liptako_rules.laws_MODULE[law[role]].rules[id].facts
	not known[code]
}

derogations(role) := {{"ban": ban, "by": by} |
	some by, rule in heard[role]
	rule.effect == "DEROGER"
	rule.fires == 2
	some ban in rule.lifts
	heard[role][ban].fires == 2
}

finding[role] := {
	"jurisdiction": jurisdiction,
	"role": role,
	"verdict": verdicts[why],
	"reason": why,
	"rules": sort(rules),
	"derogations": sort(derogations(role)),
	"missing": sort(missing_of(role, why, rules)),
} if {
	some role, jurisdiction in asked
	why := reason(role)
	rules := cited(role, why)
}

findings := [finding[role] | some role in ["HOME", "HOST", "REGION"]; asked[role]]

# Section 4, the verdict.

obligers := {id | some rules in heard; some id, rule in rules; rule.effect == "OBLIGER"; rule.fires == 2}

found := {one.verdict | some one in findings}

verdict := "CONFLICT" if {
	"DENY" in found
	count(obligers) > 0
} else := "DENY" if {
	"DENY" in found
} else := "INDETERMINATE" if {
	"INDETERMINATE" in found
} else := "PERMIT"

missing := sort({code | some one in findings; some code in one.missing}) if verdict == "INDETERMINATE"

missing := [] if verdict != "INDETERMINATE"

# Section 4, obligations: on PERMIT only; by rule, then in written order.

owed := {[id, role] |
	some role, rules in heard
	some id, rule in rules
	owing(role, rule) == 2
}

obligations := [{"rule": id, "code": code} |
	some [id, role] in sort(owed)
	some code in data.liptako_rules.laws_MODULE[law[role]].rules[id].obligations
] if {
	verdict == "PERMIT"
}

obligations := [] if verdict != "PERMIT"

# Section 4, valid_until. Boundaries come in pages, so that few are read: "lasts" has the last of each page.

changes := {change | some role, digest in law; change := next_change(role, digest)}

next_change(role, digest) := min({boundary |
	some boundary in data.liptako_rules.laws_MODULE[digest].chambers[role].pages[page]
	boundary > instant
}) if {
	page := min({i |
		some i, last in data.liptako_rules.laws_MODULE[digest].chambers[role].lasts
		last > instant
	})
}

valid_until := time.format(min(changes)) if count(changes) > 0

valid_until := null if count(changes) == 0
