package org.liptako.policy.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.liptako.policy.yaml.Mistake;
import org.liptako.policy.yaml.Place;
import org.liptako.policy.yaml.YamlListener;

/** Gathers the errors and warnings of a whole directory, so that a legal officer mends them in one go. Not thread-safe. */
public final class Findings {

    /** More than this nobody reads, and a hostile file could make millions. */
    static final int MOST_ERRORS = 1_000;

    private final List<RuleError> errors = new ArrayList<>();
    private final List<RuleError> warnings = new ArrayList<>();
    private int unheard;

    /** Those of one file. */
    public OfFile in(String file) {
        return new OfFile(file);
    }

    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** In order of place. */
    public List<RuleError> errors() {
        List<RuleError> all =
                new ArrayList<>(errors.stream().sorted(RuleError.ORDER).toList());
        if (unheard > 0) {
            all.add(error(".", Place.START, DirectoryMistake.TOO_MANY_ERRORS, unheard));
        }
        return all;
    }

    /** In order of place. */
    public List<RuleError> warnings() {
        return warnings.stream().sorted(RuleError.ORDER).toList();
    }

    private static RuleError error(String file, Place place, Mistake mistake, Object... arguments) {
        return new RuleError(mistake.name(), file, place, mistake.wording().with(said(arguments)));
    }

    private static Object[] said(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof Hint hint ? hint.wording() : argument)
                .toArray();
    }

    /** What is wrong in one file. */
    public final class OfFile implements YamlListener {

        private final String file;

        private OfFile(String file) {
            this.file = file;
        }

        public void error(Place place, Mistake mistake, Object... arguments) {
            if (errors.size() < MOST_ERRORS) {
                errors.add(Findings.error(file, place, mistake, arguments));
            } else {
                unheard++;
            }
        }

        @Override
        public void mistake(Place place, Mistake mistake, Object... arguments) {
            error(place, mistake, arguments);
        }

        @Override
        public void warning(Place place, Mistake mistake, Object... arguments) {
            if (warnings.size() < MOST_ERRORS) {
                warnings.add(Findings.error(file, place, mistake, arguments));
            }
        }

        public String file() {
            return file;
        }
    }
}
