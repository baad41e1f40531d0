package org.liptako.node.journal.serving;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liptako.node.journal.JournalEntry;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.pki.name.State;

/** Which payloads of this State's journal the nodes and people of another State may see: all but those about a secret dataset that does not concern them. */
public interface PayloadRights {
    /**
     * Why an entry is withheld.
     *
     * @param dataset the secret dataset
     * @param matter what the entry says of it
     */
    record Secret(DatasetId dataset, Matter matter) {}

    /** What an entry is about. */
    enum Matter {
        /** How a dataset is described and classed. */
        DESCRIPTION,
        /** Anything else about the dataset itself. */
        DATASET,
        /** A copy of it, or several; each concerns its host alone. */
        COPIES
    }

    /**
     * What a reader may see of some entries.
     *
     * @param named the datasets that they speak of
     * @param withheld by index; an entry that is not named may be seen
     */
    record Judged(Set<DatasetId> named, Map<Long, Secret> withheld) {}

    /**
     * Judges what a reader may see.
     *
     * @param entries committed already, with their payloads
     */
    Judged judge(State reader, List<JournalEntry> entries);

    /** Of these, what is no reason any more. */
    Set<Secret> ended(State reader, Collection<Secret> secrets);
}
