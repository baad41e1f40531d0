package org.liptako.pki.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a search asks of the certificates and paths that it meets; whatever cannot be mended further up is asked early.
 *
 * @param issuers what any CA of the bag must keep, whatever is beneath and above it
 * @param roots what any root must keep
 * @param rising what a path that is still being built must keep at its top, however it goes on; asked at every step
 * @param constraints the same of names, asked only where the topmost CA has constraints
 * @param complete what a whole path must keep
 * @param hopeless certificates that no path may go through, as judging paths has shown by now
 */
record SearchRules(
        List<CertificateRule> issuers,
        List<CertificateRule> roots,
        PathJudge rising,
        PathJudge constraints,
        PathJudge complete,
        Set<ParsedCertificate> hopeless) {
    SearchRules {
        issuers = List.copyOf(issuers);
        roots = List.copyOf(roots);
    }

    /** These rules, and one more for complete paths. */
    SearchRules with(PathRule more) {
        List<PathRule> all = new ArrayList<>(complete.rules());
        all.add(more);
        return new SearchRules(
                issuers, roots, rising, constraints, new PathJudge(all, complete.expectation()), hopeless);
    }

    /** Nothing is asked before a path is complete. */
    static SearchRules ofCompletePaths(PathJudge complete) {
        PathJudge none = new PathJudge(List.of(), complete.expectation());
        return new SearchRules(List.of(), List.of(), none, none, complete, Set.of());
    }
}
