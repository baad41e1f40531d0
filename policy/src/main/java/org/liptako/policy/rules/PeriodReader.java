package org.liptako.policy.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liptako.policy.yaml.YamlNode;

/** Reads {@code en_vigueur}: one period, or a list of them. */
record PeriodReader(Jurisdiction jurisdiction, Findings.OfFile findings) {

    private static final String KEY = "en_vigueur";
    private static final String FROM = "du";
    private static final String TO = "au";
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;
    private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");

    /** The periods; empty if one is wrong. */
    List<ForcePeriod> periods(YamlNode node) {
        List<ForcePeriod> periods = new ArrayList<>();
        List<YamlNode> written = node instanceof YamlNode.Sequence
                ? new Shapes(findings).list(node, KEY).orElse(List.of())
                : List.of(node);
        written.forEach(one -> period(one).ifPresent(periods::add));
        if (periods.size() < written.size()) {
            return List.of();
        }
        periods.sort(Comparator.comparing(ForcePeriod::start));
        for (int i = 1; i < periods.size(); i++) {
            if (overlap(periods.get(i - 1), periods.get(i))) {
                findings.warning(node.place(), RuleMistake.PERIODS_OVERLAP);
            }
        }
        return periods;
    }

    private Optional<ForcePeriod> period(YamlNode node) {
        return new Shapes(findings).fields(node, KEY, List.of(FROM, TO)).flatMap(fields -> {
            Optional<LocalDate> from = fields.require(FROM).flatMap(date -> date(date, FROM));
            Optional<LocalDate> to = fields.get(TO).flatMap(date -> date(date, TO));
            if (from.isEmpty() || (fields.has(TO) && to.isEmpty())) {
                return Optional.empty();
            }
            if (to.isPresent() && to.get().isBefore(from.get())) {
                findings.error(fields.place(TO), RuleMistake.ENDS_BEFORE_IT_STARTS, to.get(), from.get());
                return Optional.empty();
            }
            return Optional.of(ForcePeriod.of(jurisdiction, from.get(), to.orElse(null)));
        });
    }

    private Optional<LocalDate> date(YamlNode node, String key) {
        return new Shapes(findings).text(node, key).flatMap(this::date);
    }

    private Optional<LocalDate> date(YamlNode.Scalar written) {
        Matcher matcher = DATE.matcher(written.text());
        if (!matcher.matches()) {
            findings.error(written.place(), RuleMistake.DATE_MALFORMED, Quoted.of(written.text()));
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            findings.error(written.place(), RuleMistake.YEAR_OUT_OF_RANGE, written.text());
            return Optional.empty();
        }
        try {
            YearMonth month = YearMonth.of(year, Integer.parseInt(matcher.group(2)));
            return Optional.of(month.atDay(Integer.parseInt(matcher.group(3))));
        } catch (DateTimeException e) {
            findings.error(written.place(), RuleMistake.NO_SUCH_DAY, written.text());
            return Optional.empty();
        }
    }

    private static boolean overlap(ForcePeriod earlier, ForcePeriod later) {
        return earlier.end() == null || later.start().isBefore(earlier.end());
    }
}
