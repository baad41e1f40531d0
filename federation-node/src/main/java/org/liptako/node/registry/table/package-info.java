/** Spreadsheets as files, CSV or XLSX: which text stands in which cell. What it means is for whoever asked for the file. */
@NullMarked
package org.liptako.node.registry.table;

import org.jspecify.annotations.NullMarked;
