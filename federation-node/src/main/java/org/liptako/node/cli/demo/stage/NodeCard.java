package org.liptako.node.cli.demo.stage;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What a node writes into {@code node.json} once it is up: its process, and the ports it was given. */
@JsonIgnoreProperties(ignoreUnknown = true)
record NodeCard(long pid, int grpc, int console) {}
