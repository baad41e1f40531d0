package org.liptako.node.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.inquiry.TrialRegistry.hour;
import static org.liptako.node.inquiry.TrialRegistry.regulator;
import static org.liptako.node.registry.RegistryFixture.ABROAD;
import static org.liptako.node.registry.RegistryFixture.HEALTH;
import static org.liptako.node.registry.RegistryFixture.OUAGADOUGOU;
import static org.liptako.node.registry.RegistryFixture.SERIAL;
import static org.liptako.node.registry.RegistryFixture.VERSION;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.journal.event.SiteRecorded;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.RegistryFixture;
import org.liptako.pki.name.State;

/** A catalogue as Apache Jena reads it, held against the shapes of DCAT-AP. */
class DcatFileIT {
    private static final String SHAPES = "org/liptako/node/inquiry/dcat-ap.ttl";
    private static final String DCT = "http://purl.org/dc/terms/";
    private static final String DCAT = "http://www.w3.org/ns/dcat#";
    private static final String FOAF = "http://xmlns.com/foaf/0.1/";

    private final TrialRegistry mali = new TrialRegistry();

    @BeforeEach
    void tell() {
        mali.say(State.ML, new DatasetRecorded(hour(1), RegistryFixture.dataset(HEALTH, 124)));
        mali.say(State.BF, new ReplicaSealed(hour(4), SERIAL, HEALTH, OUAGADOUGOU, VERSION, 7, false));
        mali.say(State.ML, new SiteRecorded(hour(1), RegistryFixture.site(ABROAD, new Country("FR"), null)));
        mali.say(State.ML, new CopyRecorded(hour(2), HEALTH, ABROAD, CopyStanding.EXTERNAL));
        DatasetId other = new DatasetId("ML-DS-009");
        mali.say(State.ML, new DatasetRecorded(hour(1), RegistryFixture.dataset(other, 1)));
        mali.say(State.BF, new ReplicaSealed(hour(4), SERIAL, other, OUAGADOUGOU, VERSION, 7, false));
    }

    @AfterEach
    void close() {
        mali.close();
    }

    @Test
    void everyCopyIsADistributionAndTheCatalogueKeepsTheShapesOfDcatAp() {
        Model catalogue = catalogue();

        assertThat(validate(catalogue).getEntries()).isEmpty();
        assertThat(catalogue
                        .listSubjectsWithProperty(
                                catalogue.createProperty("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
                                catalogue.createResource(DCAT + "Distribution"))
                        .toList())
                .hasSize(3);
    }

    @Test
    void whereACopyLiesIsNeverWhatDataIsAbout() {
        Model catalogue = catalogue();

        assertThat(catalogue
                        .listStatements(null, catalogue.createProperty(DCT + "spatial"), (String) null)
                        .toList())
                .isEmpty();
    }

    @Test
    void theShapesRefuseACatalogueThatLacksWhatDcatApAsksFor() {
        for (String property : new String[] {DCT + "title", DCT + "publisher", DCAT + "accessURL"}) {
            Model catalogue = catalogue();
            catalogue.removeAll(null, catalogue.createProperty(property), null);
            assertThat(validate(catalogue).conforms()).as(property).isFalse();
        }
    }

    @Test
    void theShapesRefuseAWordWhereTheProfileAsksForAThingAndTwoWhereItAdmitsOne() {
        Model sound = catalogue();

        for (String property : new String[] {
            DCT + "publisher", DCT + "accessRights", DCAT + "dataset", DCAT + "distribution", DCAT + "accessURL"
        }) {
            Model wrong = ModelFactory.createDefaultModel().add(sound);
            wrong.listStatements(null, wrong.createProperty(property), (RDFNode) null)
                    .toList()
                    .getFirst()
                    .changeObject("a word");
            assertThat(validate(wrong).conforms()).as(property).isFalse();
        }
        for (String property : new String[] {DCT + "publisher", DCT + "accessRights", DCT + "modified"}) {
            Model twice = ModelFactory.createDefaultModel().add(sound);
            Statement one = twice.listStatements(null, twice.createProperty(property), (RDFNode) null)
                    .toList()
                    .getFirst();
            one.getSubject().addProperty(one.getPredicate(), other(twice, one.getObject()));
            assertThat(validate(twice).conforms()).as(property).isFalse();
        }
    }

    /** Another thing, or time, of the same type: nothing is wrong with it but that it is a second one. */
    private static RDFNode other(Model model, RDFNode value) {
        if (value.isLiteral()) {
            return model.createTypedLiteral(
                    "2001-01-01T00:00:00Z", value.asLiteral().getDatatype());
        }
        return model.createResource("urn:liptako:another")
                .addProperty(RDF.type, value.asResource().getPropertyResourceValue(RDF.type))
                .addProperty(model.createProperty(FOAF + "name"), "Another");
    }

    @Test
    void usesNoPropertyOfDcatThatTheProfileDoesNotHaveOfThatClass() {
        Map<String, Set<String>> profile = Map.of(
                DCAT + "Catalog",
                        Set.of(
                                DCT + "title",
                                DCT + "description",
                                DCT + "publisher",
                                DCT + "language",
                                DCT + "modified",
                                DCAT + "dataset"),
                DCAT + "Dataset",
                        Set.of(
                                DCT + "title",
                                DCT + "description",
                                DCT + "identifier",
                                DCT + "publisher",
                                DCT + "accessRights",
                                DCAT + "keyword",
                                DCAT + "distribution"),
                DCAT + "Distribution", Set.of(DCT + "title", DCT + "description", DCT + "modified", DCAT + "accessURL"),
                FOAF + "Agent", Set.of(FOAF + "name"));
        Model catalogue = catalogue();

        profile.forEach((type, admitted) -> catalogue
                .listSubjectsWithProperty(RDF.type, catalogue.createResource(type))
                .forEach(subject -> assertThat(subject.listProperties()
                                .mapWith(statement -> statement.getPredicate().getURI())
                                .filterKeep(DcatFileIT::isOfTheProfile)
                                .toSet())
                        .as(type)
                        .isSubsetOf(admitted)));
    }

    /** Of the vocabularies that the profile is made of; DPV and our own words stand beside it. */
    private static boolean isOfTheProfile(String property) {
        return property.startsWith(DCT) || property.startsWith(DCAT) || property.startsWith(FOAF);
    }

    /** Written in pages of one row, as a long one is. */
    private Model catalogue() {
        Registry registry =
                new Registry(mali.database().jdbi(), State.ML, Clock.fixed(TrialRegistry.NOW, ZoneOffset.UTC));
        DcatFile file = new DcatFile(ids -> registry.datasets(ids));
        Asked asked = new Asked(Question.ABROAD, Map.of(Blank.STATE, "ML"), TrialRegistry.NOW).checked();
        StringBuilder text = new StringBuilder();
        Cursor next = Cursor.START;
        do {
            Answer page = mali.desk().ask(regulator(State.ML), asked, next, 1);
            text.append(file.page(page));
            next = page.page().next();
        } while (!next.isStart());
        text.append(file.end());
        Model model = ModelFactory.createDefaultModel();
        RDFParser.fromString(text.toString(), Lang.JSONLD).parse(model);
        return model;
    }

    private static ValidationReport validate(Model catalogue) {
        Shapes shapes = Shapes.parse(RDFDataMgr.loadGraph(
                DcatFileIT.class.getClassLoader().getResource(SHAPES).toString()));
        return ShaclValidator.get().validate(shapes, catalogue.getGraph());
    }
}
