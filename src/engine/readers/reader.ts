import { EngineError, type FileSketch, type LoadProgress, type LoadReport, type LoadRequest, type TextShape } from '../contract.ts';
import { importPath, type Session } from '../duckdb.ts';

/** Looks at a file's beginning and end and says how it would be cut into a table. */
export function sketchFile(_file: File, _override?: Partial<TextShape>): Promise<FileSketch> {
  return Promise.reject(new EngineError({ fault: 'unreadable-file', message: 'not built yet' }));
}

/** Loads a file into a raw table of columns c0, c1, … */
export function loadFile(_session: Session, _file: File, _request: LoadRequest, _onProgress: (progress: LoadProgress) => void): Promise<LoadReport> {
  return Promise.reject(new EngineError({ fault: 'unreadable-file', message: `not built yet ${importPath('x')}` }));
}
