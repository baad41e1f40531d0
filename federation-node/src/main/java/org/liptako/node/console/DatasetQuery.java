package org.liptako.node.console;

import io.micronaut.http.HttpRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liptako.node.registry.DatasetFilter;
import org.liptako.node.registry.FindingKind;
import org.liptako.node.registry.ProofStanding;
import org.liptako.node.registry.RequestFields;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * Which datasets a reader looks for, as the form has it; empty = any.
 *
 * @param q words of its name
 * @param after the identifier after which the page begins
 */
public record DatasetQuery(
        String q, String state, String classification, String site, String proof, String finding, String after) {
    private static final int LONGEST = 100;
    private static final Pattern CODE = Pattern.compile("[A-Z_]{1,40}");

    public DatasetQuery {
        q = q.length() > LONGEST ? q.substring(0, LONGEST) : q;
    }

    /** The query of an address. */
    static DatasetQuery of(HttpRequest<?> request) {
        UnaryOperator<String> field =
                name -> request.getParameters().getFirst(name).orElse("");
        return new DatasetQuery(
                field.apply("q"),
                field.apply("state"),
                field.apply("classification"),
                field.apply("site"),
                field.apply("proof"),
                field.apply("finding"),
                field.apply("after"));
    }

    /** Those of whose copies States have found something: of one State's data, or at one site; empty = any. */
    static DatasetQuery found(String state, String site, FindingKind finding) {
        return new DatasetQuery("", state, "", site, "", finding.name(), "");
    }

    /** Whether anything is asked of a dataset but to be there. */
    public boolean filters() {
        return Stream.of(q, state, classification, site, proof, finding).anyMatch(field -> !field.isBlank());
    }

    Optional<State> home() {
        return state.isEmpty() ? Optional.empty() : Optional.of(RequestFields.state("state", state));
    }

    Optional<SiteId> place() {
        return site.isEmpty() ? Optional.empty() : Optional.of(RequestFields.site(site));
    }

    Optional<ProofStanding> standing() {
        return EnumNames.of(ProofStanding.class, proof);
    }

    Optional<FindingKind> kind() {
        return EnumNames.of(FindingKind.class, finding);
    }

    Optional<String> level() {
        return Optional.of(classification).filter(code -> CODE.matcher(code).matches());
    }

    /** Where the page begins. */
    String start() {
        return after.isEmpty() ? "" : RequestFields.dataset(after).value();
    }

    DatasetFilter filter() {
        return new DatasetFilter(DatasetFilter.words(q), home(), level(), place(), standing(), kind());
    }

    /** The address of the page that begins after a dataset; empty = with the first. */
    String from(String dataset) {
        return Map.of(
                        "q",
                        q,
                        "state",
                        state,
                        "classification",
                        classification,
                        "site",
                        site,
                        "proof",
                        proof,
                        "finding",
                        finding,
                        "after",
                        dataset)
                .entrySet()
                .stream()
                .filter(field -> !field.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "/datasets?", ""));
    }
}
