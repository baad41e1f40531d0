package org.liptako.node.config;

/** Where the gRPC server listens; port 0 = any that is free. */
public record GrpcConfig(String bind, int port) {}
