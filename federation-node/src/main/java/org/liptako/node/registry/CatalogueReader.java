package org.liptako.node.registry;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.Site;
import org.liptako.node.registry.Catalogue.Listed;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.policy.yaml.YamlListener;
import org.liptako.policy.yaml.YamlNode;
import org.liptako.policy.yaml.YamlReader;

/** Reads a catalogue in YAML: keys {@code sites} and {@code datasets}; {@code links} between sites are for planners and passed over. */
final class CatalogueReader {
    private static final double GB_PER_TB = 1000;
    private static final double LARGEST = 1e12;
    private static final Set<String> KEYS = Set.of("sites", "datasets", "links");
    private static final Set<String> SITE_KEYS = Set.of(
            "id",
            "state",
            "city",
            "lat",
            "lon",
            "name",
            "standing",
            "in_service",
            "control",
            "owner_state",
            "remote_admin_state",
            "tier",
            "tier_evidence",
            "availability_target",
            "mutualised",
            "isolated_for",
            "capacity_tb");
    private static final Set<String> DATASET_KEYS = Set.of(
            "id",
            "home",
            "name",
            "owner",
            "categories",
            "classification",
            "personal",
            "strategic",
            "controller",
            "size_gb",
            "held_at",
            "key_custodian_state",
            "key_custodian_approved");
    private static final Set<String> NAME_KEYS = Set.of("fr", "en");

    private final Predicate<SiteId> registered;
    private final Vocabulary words;
    private final Set<String> ids = new HashSet<>();
    private final Set<SiteId> described = new HashSet<>();

    /**
     * A reader of one catalogue, entry by entry: sites first.
     *
     * @param registered whether a site that the catalogue only names is known already
     */
    CatalogueReader(Predicate<SiteId> registered, Vocabulary words) {
        this.registered = registered;
        this.words = words;
    }

    /**
     * Reads a catalogue.
     *
     * @param registered whether a site that the catalogue only names is known already
     * @param words in which it may be written
     * @throws Failure CATALOGUE_INVALID, naming every mistake by line and column
     */
    static Catalogue read(String yaml, Predicate<SiteId> registered, Vocabulary words) {
        CatalogueMistakes mistakes = new CatalogueMistakes();
        CatalogueReader reader = new CatalogueReader(registered, words);
        Optional<YamlNode> root = new YamlReader().read(yaml.getBytes(StandardCharsets.UTF_8), mistakes);
        Catalogue catalogue = root.map(node -> reader.catalogue(node, mistakes))
                .orElseGet(() -> new Catalogue(List.of(), List.of(), List.of()));
        mistakes.refuseIfAny();
        return catalogue;
    }

    private Catalogue catalogue(YamlNode root, YamlListener mistakes) {
        CatalogueFields fields = CatalogueFields.of(root, KEYS, mistakes, words);
        List<Site> sites = fields.items("sites").stream()
                .flatMap(node -> site(node, mistakes).stream())
                .toList();
        List<Listed> datasets = fields.items("datasets").stream()
                .flatMap(node -> dataset(node, mistakes).stream())
                .toList();
        return new Catalogue(sites, datasets, List.of());
    }

    /** A site; empty if it cannot even be named. */
    Optional<Site> site(YamlNode node, YamlListener mistakes) {
        Optional<Site> site = site(CatalogueFields.of(node, SITE_KEYS, mistakes, words));
        site.ifPresent(read -> described.add(read.id()));
        return site;
    }

    /** A dataset; empty if it cannot even be named. */
    Optional<Listed> dataset(YamlNode node, YamlListener mistakes) {
        return listed(CatalogueFields.of(node, DATASET_KEYS, mistakes, words));
    }

    /** Whether the catalogue or the registry describes a site. */
    boolean knows(SiteId site) {
        return described.contains(site) || registered.test(site);
    }

    private Optional<Site> site(CatalogueFields fields) {
        String written = fields.required("id");
        fields.required("state");
        SiteId id = fields.site("id");
        Country state = fields.country("state");
        String city = fields.required("city");
        String name = fields.required("name");
        String standing = fields.required("standing");
        Double latitude = fields.number("lat", -90, 90);
        Double longitude = fields.number("lon", -180, 180);
        Double capacity = fields.number("capacity_tb", 0, LARGEST);
        Integer tier = fields.whole("tier", 0, 4);
        String control = fields.code("control", "target.control");
        Country owner = fields.country("owner_state");
        Country admin = fields.country("remote_admin_state");
        String evidence = fields.code("tier_evidence", "target.tier_evidence");
        Boolean mutualised = fields.truth("mutualised");
        Country isolated = fields.country("isolated_for");
        if (id == null || state == null) {
            return Optional.empty();
        }
        if (!state.member().equals(id.state())) {
            fields.mistake("id", CatalogueMistake.OTHER_STATE_S_NAME, written, state);
        }
        if (!ids.add(id.value())) {
            fields.mistake("id", CatalogueMistake.REPEATED_ID, written);
        }
        return Optional.of(new Site(
                id,
                state,
                city,
                name,
                Objects.requireNonNullElse(latitude, 0.0),
                Objects.requireNonNullElse(longitude, 0.0),
                standing,
                control,
                owner,
                admin,
                tier,
                evidence,
                mutualised,
                isolated,
                capacity == null ? null : Math.round(capacity * GB_PER_TB)));
    }

    private Optional<Listed> listed(CatalogueFields fields) {
        String written = fields.required("id");
        fields.required("home");
        DatasetId id = fields.dataset("id");
        State home = fields.state("home");
        Optional<Sentence> name = name(fields.group("name", NAME_KEYS));
        String owner = fields.required("owner");
        List<String> categories = fields.items("categories").stream()
                .flatMap(category -> fields.codeOf(category, "dataset.categories").stream())
                .toList();
        String classification = fields.code("classification", "dataset.classification");
        String personal = fields.code("personal", "dataset.personal");
        Boolean strategic = fields.truth("strategic");
        String controller = fields.code("controller", "dataset.controller");
        Double size = fields.number("size_gb", 0, LARGEST);
        Country custodian = fields.country("key_custodian_state");
        Boolean approved = fields.truth("key_custodian_approved");
        List<SiteId> heldAt = fields.items("held_at").stream()
                .flatMap(site -> held(fields, site).stream())
                .distinct()
                .toList();
        if (id == null || home == null || name.isEmpty()) {
            return Optional.empty();
        }
        if (!id.home().equals(Optional.of(home))) {
            fields.mistake("id", CatalogueMistake.OTHER_STATE_S_NAME, written, home);
        }
        if (!ids.add(id.value())) {
            fields.mistake("id", CatalogueMistake.REPEATED_ID, written);
        }
        Dataset dataset = new Dataset(
                id,
                home,
                name.get(),
                owner,
                classification,
                categories,
                personal,
                strategic,
                controller,
                whole(size),
                custodian,
                approved);
        return Optional.of(new Listed(dataset, heldAt));
    }

    private Optional<SiteId> held(CatalogueFields fields, YamlNode node) {
        Optional<SiteId> site = fields.siteOf(node);
        site.filter(id -> !knows(id)).ifPresent(id -> fields.mistakeAt(node, CatalogueMistake.UNKNOWN_SITE, id));
        return site;
    }

    private static Optional<Sentence> name(CatalogueFields fields) {
        String fr = fields.required("fr");
        String en = fields.required("en");
        return fr.isBlank() || en.isBlank() ? Optional.empty() : Optional.of(new Sentence(fr, en));
    }

    private static @Nullable Long whole(@Nullable Double number) {
        return number == null ? null : Math.round(number);
    }
}
