import { requireJest, requireNode } from './supported.ts';

// The first import of every entry: what is not supported is said before anything else can fail.
requireNode();
requireJest();
