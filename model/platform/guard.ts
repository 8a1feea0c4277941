import { requireJest, requireNode } from './supported.ts';

// The first import of every entry: an unsupported version is reported before anything else can fail.
requireNode();
requireJest();
