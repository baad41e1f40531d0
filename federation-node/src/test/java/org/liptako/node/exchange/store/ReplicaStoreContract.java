package org.liptako.node.exchange.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.pki.name.SiteId;

/** What every store of replicas does: what it does with one, whole or damaged, and what it tells of all that lies in it. */
public abstract class ReplicaStoreContract extends DamagedReplicaContract {
    @Test
    void tellsOfEveryVersionInWhateverStateAndOfNothingElse() throws IOException {
        assertThat(listed()).isEmpty();
        assertThat(store.step(version())).isEmpty();
        receive(0, 2);
        assertThat(listed()).containsExactly(version() + " STAGED");
        receive(0, chunks());
        store.quarantine(version());
        assertThat(listed()).containsExactly(version() + " QUARANTINED");
        store.seal(version());
        assertThat(listed()).containsExactly(version() + " SEALED");
        assertThat(store.step(version())).hasValue(StoreStep.SEALED);
        store.erase(version());
        assertThat(listed()).isEmpty();
        assertThat(store.step(version())).isEmpty();
    }

    @Test
    void tellsStrangersFromVersionsAndGoesOnPastThem() throws IOException {
        receive(0, chunks());
        store.quarantine(version());
        store.seal(version());
        plant(directory.resolve("store"), "notes.txt");
        plantBeside(version(), "notes.txt");
        DatasetVersion half = new DatasetVersion(version().dataset(), new VersionRoot("ab".repeat(32)));
        plantBeside(half, half.root() + "/some.bin");

        assertThat(listed())
                .hasSize(4)
                .contains(version() + " SEALED", half + " REMNANT", "notes.txt")
                .anyMatch(name -> name.endsWith(version().dataset() + "/notes.txt"));
        assertThat(store.step(half)).hasValue(StoreStep.REMNANT);
        assertThat(store.sealed(version().dataset())).contains(version());
    }

    @Test
    void carriesItsIdentityWhereverItIsOpenedAndNotAsAStranger() throws IOException {
        assertThat(store.identity()).isEmpty();
        StoreIdentity identity = StoreIdentity.first(new SiteId("BF-OUA-1"));
        store.identify(identity);

        assertThat(open(directory.resolve("store")).identity()).hasValue(identity);
        assertThat(listed()).isEmpty();

        StoreIdentity another = StoreIdentity.first(new SiteId("BF-OUA-1"));
        store.identify(another);
        assertThat(store.identity()).hasValue(another);
    }

    /** Puts a file beside the sealed versions of the dataset. */
    private void plantBeside(DatasetVersion version, String name) throws IOException {
        plant(directory.resolve("store"), sealed(version.dataset()) + name);
    }

    private List<String> listed() throws IOException {
        List<String> told = new ArrayList<>();
        store.list(new StoreListing() {
            @Override
            public void version(DatasetVersion version, StoreStep step) {
                told.add(version + " " + step);
            }

            @Override
            public void stranger(String name) {
                told.add(name);
            }
        });
        return told;
    }
}
