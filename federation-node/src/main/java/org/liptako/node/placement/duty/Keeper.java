package org.liptako.node.placement.duty;

import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.wire.Sentence;

/** By what means the node keeps a duty itself. */
public enum Keeper {
    /** The grant names the root of the ciphertext, and the exchange serves that version and no other under it. */
    ENCRYPTION {
        @Override
        boolean keeps(PlacementTerms placement) {
            return placement.bringsACopy() && Boolean.TRUE.equals(placement.encrypted());
        }

        @Override
        Sentence words(@Nullable VersionRoot version) {
            return version == null
                    ? new Sentence(
                            "aucune version chiffrée n'était publiée : rien ne part sous cette autorisation",
                            "no encrypted version was published: nothing leaves under this grant")
                    : new Sentence(
                            "seule part la version chiffrée, de racine " + version,
                            "only the encrypted version leaves, root " + version);
        }
    },
    /** A grant binds only over the host's journaled offer, and moves nothing before the host's journaled acceptance. */
    JOURNALS {
        @Override
        Sentence words(@Nullable VersionRoot version) {
            return new Sentence(
                    "l'autorisation est au journal de l'État d'origine, l'acceptation à celui de l'hôte",
                    "the grant is in the home State's journal, the acceptance in the host's");
        }
    },
    /** What one node gives, another seals, and both journal it with the site. */
    DOUBLE_ENTRY {
        @Override
        boolean keeps(PlacementTerms placement) {
            return placement.targetState().member().isPresent();
        }

        @Override
        Sentence words(@Nullable VersionRoot version) {
            return new Sentence(
                    "double écriture : le registre donne le site de chaque copie donnée et reçue",
                    "double entry: the registry has the site of every copy given and received");
        }
    };

    /** Whether the means reaches a placement on these terms; where it does not, people owe the duty. */
    boolean keeps(PlacementTerms placement) {
        return true;
    }

    /** What the node does. */
    abstract Sentence words(@Nullable VersionRoot version);
}
