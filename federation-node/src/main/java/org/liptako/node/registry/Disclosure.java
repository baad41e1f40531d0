package org.liptako.node.registry;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.pki.name.State;

/**
 * What of the registry the people of a State are shown: of a secret dataset, nothing that does not concern their State. It concerns the home State, and each
 * State on whose soil a copy lies, as to that copy. What is secret is judged by the class known last, whatever instant is asked of.
 *
 * @param reader the State of whoever asks
 */
public record Disclosure(State reader) {
    static final Set<String> SECRET = Set.of("SECRET", "TOP_SECRET");

    /** Whether a dataset may be shown as such. */
    public boolean shows(DatasetId id, @Nullable Dataset dataset) {
        return isHome(id) || !isSecret(dataset);
    }

    /** Whether a copy may be shown, that lies or would lie in a country. */
    public boolean shows(DatasetId id, @Nullable Dataset dataset, Country lyingIn) {
        return shows(id, dataset) || lyingIn.is(reader);
    }

    /**
     * The same as a condition in SQL on any row that names a dataset and a place, with the reader's State as {@code :reader}. By an index: what is not shown is
     * passed over where it lies, however much of it stands before what is.
     *
     * @param dataset the column that names the dataset
     * @param place the column that names the place
     */
    public static String condition(String dataset, String place) {
        return " AND NOT EXISTS (SELECT FROM registry_statement secret"
                + " WHERE secret.kind = 'DATASET' AND secret.authoritative AND secret.known_to = 'infinity'"
                + " AND secret.held_to = 'infinity' AND secret.value::jsonb ->> 'classification' IN ('SECRET', 'TOP_SECRET')"
                + " AND secret.subject = " + dataset + " AND left(" + dataset + ", 2) <> :reader"
                + " AND left(" + place + ", 2) <> :reader)";
    }

    private boolean isHome(DatasetId id) {
        return id.home().filter(reader::equals).isPresent();
    }

    static boolean isSecret(@Nullable Dataset dataset) {
        return dataset != null && dataset.classification() != null && SECRET.contains(dataset.classification());
    }
}
