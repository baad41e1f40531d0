package org.liptako.node.registry;

import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.VersionRoot;

/**
 * What a State says of one copy at one site.
 *
 * @param country the country that the site stands in
 * @param grant the grant that allowed it; null for a copy that was there before the federation
 * @param versionRoot the root of the manifest that it was proved against; null if it never was
 */
public record ReplicaState(
        ReplicaStatus status,
        Country country,
        @Nullable GrantSerial grant,
        @Nullable VersionRoot versionRoot,
        boolean encrypted) {}
