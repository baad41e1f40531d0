package org.liptako.node.inquiry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.wire.Sentence;

/**
 * Copies as a catalogue, DCAT-AP 3.0.1 with DPV, in JSON-LD: a dataset each, and for each of its copies a distribution.
 *
 * <p>Where a copy lies is its storage location, in DPV's words. It is never {@code dct:spatial}, which says what data is about; the registry does not know that.
 * A node is told again on each page that it is on: in RDF that adds nothing.
 */
final class DcatFile implements AnswerFile {
    private static final String ACCESS = "http://publications.europa.eu/resource/authority/access-right/";
    private static final String LANGUAGE = "http://publications.europa.eu/resource/authority/language/";
    private static final Map<String, String> PERSONAL = Map.of(
            "PERSONAL", "dpv:PersonalData", "SENSITIVE", "dpv:SensitivePersonalData", "NONE", "dpv:NonPersonalData");
    private static final Sentence TITLE =
            new Sentence("Copies connues du registre de Liptako", "Copies that Liptako's registry knows");

    private final Function<Collection<DatasetId>, List<Dataset>> registry;
    private boolean begun;

    /** A file that reads of the registry how the datasets on a page are described. */
    DcatFile(Function<Collection<DatasetId>, List<Dataset>> registry) {
        this.registry = registry;
    }

    @Override
    public String page(Answer answer) {
        Map<String, List<Row>> copies = answer.page().rows().stream()
                .collect(Collectors.groupingBy(row -> row.cell(Column.DATASET).value()));
        List<ObjectNode> nodes = new ArrayList<>();
        nodes.add(catalogue(answer, copies.keySet()));
        registry.apply(copies.keySet().stream()
                        .map(DatasetId::new)
                        .sorted((one, other) -> one.value().compareTo(other.value()))
                        .toList())
                .forEach(dataset -> nodes.add(
                        dataset(dataset, copies.getOrDefault(dataset.id().value(), List.of()))));
        String text = nodes.stream().map(ObjectNode::toString).collect(Collectors.joining(",\n"));
        if (begun) {
            return ",\n" + text;
        }
        begun = true;
        return "{\"@context\":" + context() + ",\n\"@graph\":[\n" + text;
    }

    @Override
    public String end() {
        return "\n]}\n";
    }

    private static ObjectNode context() {
        return object().put("dcat", "http://www.w3.org/ns/dcat#")
                .put("dct", "http://purl.org/dc/terms/")
                .put("dpv", "https://w3id.org/dpv#")
                .put("foaf", "http://xmlns.com/foaf/0.1/")
                .put("prov", "http://www.w3.org/ns/prov#")
                .put("rdfs", "http://www.w3.org/2000/01/rdf-schema#")
                .put("xsd", "http://www.w3.org/2001/XMLSchema#")
                .put("liptako", "urn:liptako:term:");
    }

    private static ObjectNode catalogue(Answer answer, Collection<String> datasets) {
        ObjectNode node =
                node("urn:liptako:catalogue:" + answer.asked().question().key(), "dcat:Catalog");
        node.set("dct:title", words(TITLE));
        node.set("dct:description", words(answer.asked().sentence()));
        node.set("dct:publisher", agent("urn:liptako:federation", "Liptako"));
        ArrayNode languages = node.putArray("dct:language");
        for (String language : List.of("FRA", "ENG")) {
            languages.add(node(LANGUAGE + language, "dct:LinguisticSystem"));
        }
        node.set("dct:modified", time(answer.asked().asOf().known()));
        ArrayNode links = node.putArray("dcat:dataset");
        datasets.stream().sorted().forEach(dataset -> links.add(object().put("@id", iri(dataset))));
        return node;
    }

    private static ObjectNode dataset(Dataset dataset, List<Row> copies) {
        String id = dataset.id().value();
        ObjectNode node = node(iri(id), "dcat:Dataset");
        node.set("dct:title", words(dataset.name()));
        node.set(
                "dct:description",
                words(new Sentence(
                        dataset.name().fr() + ", jeu de données de "
                                + dataset.home().french() + ", sous la responsabilité de : " + dataset.owner(),
                        dataset.name().en() + ", a dataset of " + dataset.home().english() + ", in the care of: "
                                + dataset.owner())));
        node.put("dct:identifier", id);
        ArrayNode keywords = node.putArray("dcat:keyword");
        dataset.categories().forEach(keywords::add);
        node.set("dct:publisher", agent(iri(id) + ":owner", dataset.owner()));
        if (dataset.classification() != null) {
            node.set(
                    "dct:accessRights",
                    object().put("@id", ACCESS + (dataset.classification().equals("PUBLIC") ? "PUBLIC" : "NON_PUBLIC"))
                            .put("@type", "dct:RightsStatement"));
            node.put("liptako:classification", dataset.classification());
        }
        if (dataset.personal() != null && PERSONAL.containsKey(dataset.personal())) {
            node.set("dpv:hasData", object().put("@id", PERSONAL.get(dataset.personal())));
        }
        ArrayNode distributions = node.putArray("dcat:distribution");
        copies.forEach(copy -> distributions.add(distribution(copy)));
        return node;
    }

    private static ObjectNode distribution(Row copy) {
        String site = copy.cell(Column.SITE).value();
        String dataset = copy.cell(Column.DATASET).value();
        String saidBy = copy.source().saidBy().name();
        ObjectNode node = node("urn:liptako:copy:" + dataset + ":" + site + ":" + saidBy, "dcat:Distribution");
        node.set(
                "dct:title",
                words(new Sentence("Copie de " + dataset + " à " + site, "Copy of " + dataset + " at " + site)));
        // A copy of public administration is reached through its site's node, under a grant, and at no public address.
        node.set("dcat:accessURL", object().put("@id", "urn:liptako:site:" + site));
        String status = copy.cell(Column.STATUS).value();
        long entry = copy.source().journalIndex();
        node.set(
                "dct:description",
                words(new Sentence(
                        "Statut " + status + ", selon l'entrée " + entry + " du journal du "
                                + copy.source().saidBy().french(),
                        "Status " + status + ", by entry " + entry + " of the journal of "
                                + copy.source().saidBy().english())));
        node.set("dct:modified", time(copy.source().heldFrom()));
        node.put("liptako:status", status);
        ObjectNode place = node("urn:liptako:site:" + site + ":storage", "dpv:StorageLocation");
        place.put("rdfs:label", site);
        place.set(
                "dpv:hasCountry",
                object().put(
                                "@id",
                                "urn:iso:std:iso:3166:-1:"
                                        + copy.cell(Column.COUNTRY).value()));
        node.set("dpv:hasStorageCondition", place);
        node.put("liptako:saidBy", saidBy);
        node.put("liptako:journalIndex", entry);
        return node;
    }

    private static ObjectNode agent(String id, String name) {
        return node(id, "foaf:Agent").put("foaf:name", name);
    }

    private static ObjectNode time(Instant instant) {
        return object().put("@type", "xsd:dateTime").put("@value", instant.toString());
    }

    private static ArrayNode words(Sentence words) {
        return JsonNodeFactory.instance
                .arrayNode()
                .add(object().put("@value", words.fr()).put("@language", "fr"))
                .add(object().put("@value", words.en()).put("@language", "en"));
    }

    private static String iri(String dataset) {
        return "urn:liptako:dataset:" + dataset;
    }

    private static ObjectNode node(String id, String type) {
        return object().put("@id", id).put("@type", type);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
