package org.liptako.node.registry;

import java.util.List;
import java.util.Optional;
import org.liptako.policy.vocabulary.Folded;

/** The columns that tables of sites, datasets and copies may have, by their headings in French and in English, and the key of a catalogue that each stands for. */
@SuppressWarnings("ImmutableEnumChecker") // A List.of never changes.
enum TableColumn {
    SITE_ID(TableKind.SITES, "id", TableType.TEXT, true, "lieu", "site", "identifiant", "id"),
    SITE_STATE(TableKind.SITES, "state", TableType.COUNTRY, false, "pays", "country", "état", "state"),
    SITE_CITY(TableKind.SITES, "city", TableType.TEXT, true, "ville", "city"),
    SITE_NAME(TableKind.SITES, "name", TableType.TEXT, true, "nom", "name"),
    SITE_STANDING(TableKind.SITES, "standing", TableType.STANDING, true, "source", "standing"),
    SITE_LATITUDE(TableKind.SITES, "lat", TableType.NUMBER, false, "latitude", "lat"),
    SITE_LONGITUDE(TableKind.SITES, "lon", TableType.NUMBER, false, "longitude", "lon"),
    SITE_CONTROL(TableKind.SITES, "control", TableType.CONTROL, false, "exploitation", "control"),
    SITE_OWNER(
            TableKind.SITES,
            "owner_state",
            TableType.COUNTRY,
            false,
            "pays du propriétaire",
            "owner's country",
            "owner_state"),
    SITE_ADMIN(
            TableKind.SITES,
            "remote_admin_state",
            TableType.COUNTRY,
            false,
            "pays d'administration à distance",
            "remote administration country",
            "remote_admin_state"),
    SITE_TIER(TableKind.SITES, "tier", TableType.NUMBER, false, "niveau", "tier"),
    SITE_EVIDENCE(
            TableKind.SITES,
            "tier_evidence",
            TableType.TIER_EVIDENCE,
            false,
            "preuve du niveau",
            "tier evidence",
            "tier_evidence"),
    SITE_MUTUALISED(TableKind.SITES, "mutualised", TableType.TRUTH, false, "mutualisé", "mutualised", "shared"),
    SITE_ISOLATED(TableKind.SITES, "isolated_for", TableType.COUNTRY, false, "cloisonné pour", "isolated for"),
    SITE_CAPACITY(TableKind.SITES, "capacity_tb", TableType.NUMBER, false, "capacité (To)", "capacity (TB)"),

    DATASET_ID(TableKind.DATASETS, "id", TableType.TEXT, true, "jeu", "dataset", "jeu de données", "identifiant", "id"),
    DATASET_HOME(TableKind.DATASETS, "home", TableType.COUNTRY, false, "état", "state", "home", "état d'origine"),
    DATASET_FRENCH(
            TableKind.DATASETS,
            "name.fr",
            TableType.TEXT,
            true,
            "nom",
            "french name",
            "nom français",
            "name",
            "name_fr"),
    DATASET_ENGLISH(TableKind.DATASETS, "name.en", TableType.TEXT, false, "nom anglais", "english name", "name_en"),
    DATASET_OWNER(TableKind.DATASETS, "owner", TableType.TEXT, true, "responsable", "owner", "ministère", "ministry"),
    DATASET_CATEGORIES(
            TableKind.DATASETS, "categories", TableType.CATEGORIES, false, "catégories", "categories", "catégorie"),
    DATASET_CLASS(
            TableKind.DATASETS, "classification", TableType.CLASSIFICATION, false, "classification", "class", "classe"),
    DATASET_PERSONAL(
            TableKind.DATASETS,
            "personal",
            TableType.PERSONAL,
            false,
            "données personnelles",
            "personal data",
            "personal"),
    DATASET_STRATEGIC(TableKind.DATASETS, "strategic", TableType.TRUTH, false, "stratégique", "strategic"),
    DATASET_CONTROLLER(
            TableKind.DATASETS, "controller", TableType.CONTROLLER, false, "responsable du traitement", "controller"),
    DATASET_GB(TableKind.DATASETS, "size_gb", TableType.NUMBER, false, "taille (Go)", "size (GB)", "size_gb"),
    DATASET_TB(TableKind.DATASETS, "size_gb", TableType.THOUSANDS, false, "taille (To)", "size (TB)", "size_tb"),
    DATASET_CUSTODIAN(
            TableKind.DATASETS,
            "key_custodian_state",
            TableType.COUNTRY,
            false,
            "pays du dépositaire des clés",
            "key custodian's country",
            "key_custodian_state"),
    DATASET_APPROVED(
            TableKind.DATASETS,
            "key_custodian_approved",
            TableType.TRUTH,
            false,
            "dépositaire agréé",
            "custodian approved",
            "key_custodian_approved"),
    DATASET_HELD(
            TableKind.DATASETS, "held_at", TableType.SITES, false, "copies", "held at", "held_at", "lieu", "lieux"),

    COPY_DATASET(TableKind.COPIES, "dataset", TableType.TEXT, true, "jeu", "dataset", "jeu de données"),
    COPY_SITE(TableKind.COPIES, "site", TableType.TEXT, true, "lieu", "site"),
    COPY_SINCE(TableKind.COPIES, "since", TableType.DAY, false, "depuis le", "since", "depuis");

    private final TableKind kind;
    private final String key;
    private final TableType type;
    private final boolean required;
    private final List<String> headings;

    TableColumn(TableKind kind, String key, TableType type, boolean required, String... headings) {
        this.kind = kind;
        this.key = key;
        this.type = type;
        this.required = required;
        this.headings = List.of(headings);
    }

    /** The column of such a table under this heading, whatever its case, accents and spaces. */
    static Optional<TableColumn> of(TableKind kind, String heading) {
        String wanted = plain(heading);
        return kind.columns().stream()
                .filter(column ->
                        column.headings.stream().anyMatch(own -> plain(own).equals(wanted)))
                .findFirst();
    }

    TableKind kind() {
        return kind;
    }

    /** The key in a catalogue; two columns may stand for one, in different units. */
    String key() {
        return key;
    }

    TableType type() {
        return type;
    }

    boolean isRequired() {
        return required;
    }

    String french() {
        return headings.get(0);
    }

    String english() {
        return headings.get(1);
    }

    private static String plain(String heading) {
        return Folded.of(heading).replaceAll("[^a-z0-9]+", "");
    }
}
