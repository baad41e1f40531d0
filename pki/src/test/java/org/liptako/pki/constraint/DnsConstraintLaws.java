package org.liptako.pki.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Constraints on DNS names, against a model that compares label by label from the right. */
class DnsConstraintLaws {
    private static final Pattern DOT = Pattern.compile("\\.");

    @Provide
    Arbitrary<String> hosts() {
        return Arbitraries.of("a", "b", "ab", "com", "A", "x-1")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(labels -> String.join(".", labels));
    }

    @Property(tries = 2000)
    void aHostIsCoveredIfItsLastLabelsAreTheSubtrees(@ForAll("hosts") String host, @ForAll("hosts") String subtree)
            throws MalformedConstraintException {
        assertThat(DnsSubtree.parse(subtree).covers(DnsPattern.parse(host))).isEqualTo(endsWith(host, subtree));
    }

    @Property(tries = 2000)
    void aPatternTouchesASubtreeIfSomeHostThatItStandsForLiesWithin(
            @ForAll("hosts") String parent, @ForAll("hosts") String subtree) throws MalformedConstraintException {
        DnsPattern pattern = DnsPattern.parse("*." + parent);
        boolean some = List.of("a", "b", "ab", "com", "x-1", "other").stream()
                .anyMatch(label -> endsWith(label + "." + parent, subtree));

        assertThat(DnsSubtree.parse(subtree).touches(pattern)).isEqualTo(some);
    }

    private static boolean endsWith(String host, String subtree) {
        List<String> labels = labelsOf(host);
        List<String> last = labelsOf(subtree);
        return labels.size() >= last.size()
                && labels.subList(labels.size() - last.size(), labels.size()).equals(last);
    }

    private static List<String> labelsOf(String host) {
        return Arrays.asList(DOT.split(host.toLowerCase(Locale.ROOT), -1));
    }
}
