package org.liptako.node.registry;

import java.time.Instant;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

/** Something that a person must look at. */
public record Alarm(Instant at, String code, State about, Sentence words) {}
