package org.liptako.node.inquiry;

import org.liptako.node.registry.Disclosure;
import org.liptako.node.registry.RegistryAsOf;

/** What an answer is read from: one snapshot of the registry, and what of it the caller is shown. */
record Reader(RegistryAsOf registry, Disclosure disclosure) {}
