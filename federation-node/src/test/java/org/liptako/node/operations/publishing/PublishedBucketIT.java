package org.liptako.node.operations.publishing;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.liptako.node.exchange.bucket.BucketClient;
import org.liptako.node.exchange.bucket.TrialBucket;

/** On a real object store. */
@Timeout(120)
class PublishedBucketIT extends JournalPublicationContract {
    private static TrialBucket objects;

    private BucketClient bucket;

    @BeforeAll
    static void start() throws IOException {
        objects = TrialBucket.start();
    }

    @AfterAll
    static void stop() throws IOException {
        objects.close();
    }

    @BeforeEach
    void open() throws IOException {
        bucket = objects.client(UUID.randomUUID() + "/journal/");
    }

    @AfterEach
    void leave() {
        bucket.close();
    }

    @Override
    PublishedFiles place() {
        return new PublishedBucket(bucket);
    }
}
